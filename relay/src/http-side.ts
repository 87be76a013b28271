import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { createAccess } from './core/access.ts';
import { createAccesses } from './core/accesses.ts';
import { createInboxes } from './core/inboxes.ts';
import type { Intake } from './core/intake.ts';
import { createMessages } from './core/messages.ts';
import { usualMaxAge } from './core/mta-sts.ts';
import { operatorNames } from './core/operator-mailbox.ts';
import { createPairing } from './core/pairing.ts';
import type { Readiness } from './core/readiness.ts';
import { createSessions } from './core/sessions.ts';
import { createWaiters } from './core/waiters.ts';
import { createHttpServer } from './http/server.ts';
import { createUnread } from './http/unread.ts';
import { readWebInbox } from './http/web-inbox.ts';
import type { Core } from './relay-core.ts';
import type { SmtpServer } from './smtp/server.ts';

/** The oldest extension that this relay serves. */
const oldestExtension = '0.1.0';
/** Where the build lays the web inbox. */
const webInboxFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

/** The API, the web inbox, and the ways in for mail over HTTP. */
export function createHttpSide(
  core: Core,
  readiness: Readiness,
  { smtp, intake }: { smtp: Pick<SmtpServer, 'offersTls'>; intake: Intake },
) {
  const { config, store, publisher, parser, keys, events, clock, steady, random, every } = core;
  const { domains, addressStyle, access: mode, publicUrl, trustedProxies } = config;
  const access = createAccess({ mode, store, keys, clock, random });
  return createHttpServer({
    settings: {
      version: packageJson.version,
      oldestExtension,
      access: mode,
      domains,
      publicUrl,
      limits: config,
      trustedProxies,
    },
    sessions: createSessions({ store, keys, clock }),
    access,
    accesses: createAccesses({ store, publisher, events }),
    pairing: createPairing({ store, access }),
    inboxes: createInboxes({
      store,
      publisher,
      keys,
      clock,
      random,
      events,
      domains,
      addressStyle,
      operatorNames: operatorNames(config.operatorInbox),
      limits: config,
    }),
    messages: createMessages({ store, publisher, events, parser }),
    waiters: createWaiters({ publisher, store, clock, steady, events, limits: config, every }),
    readiness,
    inbound: {
      secrets: { raw: config.inboundRawSecret, improvmx: config.inboundImprovmxSecret },
      intake,
      async unpack(mail) {
        const { unpackImprovmx } = await import('./inbound/unpack-improvmx.ts');
        return unpackImprovmx(mail);
      },
    },
    ...core.clientLimits,
    shortage: () => core.shortage.now(),
    unread: createUnread(),
    mailPolicy: () =>
      smtp.offersTls ? { mx: [config.smtpName], maxAge: usualMaxAge, mode: 'enforce' } : null,
    webInbox: readWebInbox(webInboxFolder),
    events,
    clock: steady,
    random,
    every,
  });
}
