import { randomBytes } from 'node:crypto';
import { createAccess } from '../src/core/access.ts';
import { createAccesses } from '../src/core/accesses.ts';
import { createClientTags } from '../src/core/client-tag.ts';
import { createDelivery } from '../src/core/delivery.ts';
import { createInboxes } from '../src/core/inboxes.ts';
import { createIntake } from '../src/core/intake.ts';
import { deriveKeys, type Keys } from '../src/core/keys.ts';
import { createOperatorMailbox, operatorNames } from '../src/core/operator-mailbox.ts';
import { LocalCounter } from '../src/core/local-counter.ts';
import { createMessages } from '../src/core/messages.ts';
import { createPairing } from '../src/core/pairing.ts';
import { createPenaltyBox, type PenaltyLimits } from '../src/core/penalty-box.ts';
import type { Clock, Counter, MessageParser, Publisher, Store } from '../src/core/ports.ts';
import { createRecipients } from '../src/core/recipients.ts';
import { createReadiness } from '../src/core/readiness.ts';
import { createSessions } from '../src/core/sessions.ts';
import { createWaiters } from '../src/core/waiters.ts';
import { unpackImprovmx } from '../src/inbound/unpack-improvmx.ts';
import type { HttpDeps, HttpSettings } from '../src/http/deps.ts';
import { inboundSecrets } from './route-calls.ts';
import { createUnread } from '../src/http/unread.ts';

export interface Settings {
  readonly settings?: Partial<Omit<HttpSettings, 'limits'>>;
  readonly limits?: Partial<HttpSettings['limits'] & PenaltyLimits>;
  /** Of the ways in for mail; all are open unless told otherwise. */
  readonly secrets?: Partial<HttpDeps['inbound']['secrets']>;
  /** Shared with other relays. */
  readonly counter?: Counter;
  readonly shortage?: HttpDeps['shortage'];
  readonly webInbox?: HttpDeps['webInbox'];
  readonly mailPolicy?: HttpDeps['mailPolicy'];
  /** Octets of answers that may lie unread. */
  readonly unreadBytes?: number;
}

export interface World {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly every: HttpDeps['every'];
}

/** Timers that run when a test says so. */
export function createTimers() {
  const jobs = new Set<() => void>();
  return {
    every(_milliseconds: number, run: () => void) {
      jobs.add(run);
      return () => jobs.delete(run);
    },
    run() {
      for (const job of [...jobs]) job();
    },
    get size() {
      return jobs.size;
    },
  };
}

/** Generous, so that a test meets a limit only where it asks for it. */
function settingsOf({ settings, limits }: Settings) {
  return {
    version: '1.2.3',
    oldestExtension: '0.1.0',
    access: 'open' as const,
    domains: ['mayfly.test', 'xn--bcher-kva.example'] as const,
    publicUrl: null,
    ...settings,
    limits: {
      ttlMinutes: 60,
      maxLifeMinutes: 1440,
      messageBytes: 25_000_000,
      inboxMessages: 100,
      inboxBytes: 50_000_000,
      waitersPerInbox: 5,
      requestsPerMinute: 10_000,
      inboxesPerHour: 10_000,
      tokenRequestsPerMinute: 10_000,
      refusedRequestsPerTenMinutes: 10_000,
      wrongTokensPerMinute: 10_000,
      smtpBadSessionsPerTenMinutes: 10_000,
      smtpUnknownPerTenMinutes: 10_000,
      penaltySeconds: 600,
      ...limits,
    },
  };
}

/** Events that are kept in a list. */
function createNotes() {
  const noted: { readonly event: string; readonly fields: object }[] = [];
  const note = (event: string) => (fields: object) => void noted.push({ event, fields });
  const events = {
    inboxCreated: note('inboxCreated'),
    inboxReopened: note('inboxReopened'),
    inboxRekeyed: note('inboxRekeyed'),
    inboxEnded: note('inboxEnded'),
    waitersChanged: note('waitersChanged'),
    requestRefused: note('requestRefused'),
    mailBrought: note('mailBrought'),
    messageStored: note('messageStored'),
    messageAnalysed: note('messageAnalysed'),
    messageNotRendered: note('messageNotRendered'),
    verdictReached: note('verdictReached'),
    fault: note('fault'),
  };
  return { noted, events };
}

type Shared = Pick<World, 'store' | 'publisher' | 'clock'> &
  Pick<HttpDeps, 'random'> & {
    readonly keys: Keys;
    readonly events: ReturnType<typeof createNotes>['events'];
  };

/** Mail that is brought over HTTP; it is stored and shown, but nobody analyses it. */
function createTestIntake(shared: Shared, { domains, limits }: ReturnType<typeof settingsOf>) {
  const { store, clock } = shared;
  const inbox = { messages: limits.inboxMessages, bytes: limits.inboxBytes };
  const hostname = 'mx.mayfly.test';
  const delivery = createDelivery({
    ...shared,
    hostname,
    judge: null,
    parser: { parse: () => Promise.resolve({ ok: false, code: 'overloaded' }) },
    schedule: () => () => undefined,
    limits: { inbox, messageBytes: limits.messageBytes, parseQueue: 100 },
  });
  const recipients = createRecipients({
    ...shared,
    places: { domains, hostname, operatorNames: operatorNames('ops') },
    operator: createOperatorMailbox({ store, clock }),
    limits: { messages: Infinity, bytes: Infinity },
  });
  return createIntake({ ...shared, recipients, delivery });
}

/** The core's services as the composition root joins them. */
export function createServices({ store, publisher, clock, every }: World, wanted: Settings) {
  const settings = settingsOf(wanted);
  const { noted, events } = createNotes();
  const keys = deriveKeys([{ kid: 'k1', secret: 'a secret of at least 32 characters' }]);
  // Nothing is taken out; the tests of mail do that.
  const parser: Pick<MessageParser, 'examine'> = { examine: async (raw) => ({ ok: true, raw }) };
  const times = { clock, steady: clock, every };
  const shared = { store, publisher, keys, random: randomBytes, events, ...times };
  const { access: mode, domains, limits } = settings;
  const { counter = new LocalCounter(clock) } = wanted;
  const access = createAccess({ ...shared, mode });
  const deps: HttpDeps = {
    ...shared,
    settings,
    counter,
    penalties: createPenaltyBox({ counter, clock, limits }),
    tagClient: createClientTags(keys),
    unread: createUnread(wanted.unreadBytes),
    inbound: {
      secrets: { ...inboundSecrets, ...wanted.secrets },
      intake: createTestIntake(shared, settings),
      unpack: unpackImprovmx,
    },
    webInbox: wanted.webInbox ?? null,
    mailPolicy: wanted.mailPolicy ?? (() => null),
    shortage: wanted.shortage ?? (() => null),
    sessions: createSessions(shared),
    access,
    accesses: createAccesses(shared),
    pairing: createPairing({ store, access }),
    inboxes: createInboxes({
      ...shared,
      domains,
      addressStyle: 'uuid',
      operatorNames: operatorNames('ops'),
      limits,
    }),
    messages: createMessages({ ...shared, parser }),
    waiters: createWaiters({ ...shared, limits }),
    readiness: createReadiness({
      probes: [{ name: 'store', code: 'store-unavailable', ask: () => store.check() }],
      withinMs: 1000,
      schedule: () => () => undefined,
    }),
  };
  return { deps, keys, noted };
}
