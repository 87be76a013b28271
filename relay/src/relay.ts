import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import type { Config, Secrets } from './config.ts';
import { type ClientLimits, createClientLimits } from './client-limits.ts';
import { createAccess } from './core/access.ts';
import { createAccesses } from './core/accesses.ts';
import { createDelivery } from './core/delivery.ts';
import { createInboxes } from './core/inboxes.ts';
import { createIntake, type Intake } from './core/intake.ts';
import { deriveKeys } from './core/keys.ts';
import { usualMaxAge } from './core/mta-sts.ts';
import { createMessages } from './core/messages.ts';
import { createPairing } from './core/pairing.ts';
import type {
  Clock,
  Events,
  InboxLimits,
  MessageParser,
  Publisher,
  Random,
  SenderJudge,
  Store,
} from './core/ports.ts';
import { createOperatorMailbox, keepOperatorMail, operatorNames } from './core/operator-mailbox.ts';
import { createAddressList } from './core/network-address.ts';
import type { Readiness } from './core/readiness.ts';
import { poolRandom } from './core/random-pool.ts';
import { createRecipients } from './core/recipients.ts';
import type { ResourceProbes, Shortage } from './core/shortage.ts';
import { createSessions } from './core/sessions.ts';
import { createWaiters } from './core/waiters.ts';
import { createHttpServer } from './http/server.ts';
import { createUnread } from './http/unread.ts';
import { readWebInbox } from './http/web-inbox.ts';
import { createAnalysisPool } from './mail/analysis-pool.ts';
import type { DnsResolver } from './mail/dns-cache.ts';
import { createDnsResolver } from './mail/dns-resolver.ts';
import { createSenderJudge } from './mail/verdict-pool.ts';
import { observe, observeReadiness } from './observe.ts';
import { createMailPulls } from './mail-pulls.ts';
import { openStore, resolveSecrets } from './open-store.ts';
import { watchCertificate } from './smtp/certificate-watch.ts';
import { createSmtpServer, type SmtpServer } from './smtp/server.ts';
import { watchResources } from './watch-resources.ts';

/** The oldest extension that this relay serves. */
const oldestExtension = '0.1.0';
/** Where the build lays the web inbox. */
const webInboxFolder = fileURLToPath(new URL('../web/dist', import.meta.url));
const cleanupMs = 60_000;
const recoveryMs = 2000;

export interface RelayOverrides {
  readonly events: Events;
  /** The process that started this one serves the metrics of all. */
  readonly isOneOfSeveral?: boolean;
  readonly clock?: Clock;
  /** For lengths of time: a clock that nobody sets. The other one, where that is given and this is not. */
  readonly steady?: Clock;
  readonly random?: Random;
  /** Calls back every so many milliseconds until stopped. */
  readonly every?: (milliseconds: number, run: () => void) => () => void;
  /** Stands before the real store; for tests of faults. */
  readonly wrapStore?: (store: Store) => Store;
  readonly wrapParser?: (parser: MessageParser) => MessageParser;
  /** Answers what the verdicts ask of the DNS. */
  readonly resolver?: DnsResolver;
  readonly sqliteSynchronous?: 'FULL' | 'OFF';
  /** What is looked at for a shortage. */
  readonly probes?: Partial<ResourceProbes>;
}

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** As a person writes it. */
  readonly text: string;
}

export interface Relay extends AsyncDisposable {
  readonly smtp: Listening;
  readonly http: Listening;
  /** Null: no metrics are served. */
  readonly metrics: Listening | null;
  readonly store: Store;
  /** Runs one round of the cleanup now. */
  cleanup(): Promise<void>;
}

const realSteady: Clock = () => performance.timeOrigin + performance.now();

const realEvery = (milliseconds: number, run: () => void) => {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

const realSchedule = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

type Core = {
  readonly config: Config;
  readonly store: Store;
  readonly publisher: Publisher;
  readonly parser: MessageParser;
  /** Null: verdicts are off. */
  readonly judge: SenderJudge | null;
  readonly keys: ReturnType<typeof deriveKeys>;
  readonly events: Events;
  readonly clock: Clock;
  readonly steady: Clock;
  readonly random: Random;
  readonly every: NonNullable<RelayOverrides['every']>;
  readonly clientLimits: ClientLimits;
  readonly shortage: Shortage;
};

/** Who mail may come in for, as long as there is room within the limits. */
function createRecipientsWithin({ config, store, keys, clock }: Core) {
  const { domains, smtpName: hostname } = config;
  const places = { domains, hostname, operatorNames: operatorNames(config.operatorInbox) };
  const operator = createOperatorMailbox({ store, clock });
  return (limits: InboxLimits) =>
    createRecipients({ store, keys, places, operator, clock, limits });
}

function createMailSide(core: Core) {
  const { config, store, publisher, parser, judge, events, clock, random, every } = core;
  const inboxLimits = { messages: config.inboxMessages, bytes: config.inboxBytes };
  const operatorLimits = { messages: config.operatorMessages, bytes: config.operatorBytes };
  const delivery = createDelivery({
    store: keepOperatorMail(store, operatorLimits),
    publisher,
    parser,
    judge,
    clock,
    random,
    events,
    schedule: realSchedule,
    hostname: config.smtpName,
    limits: {
      inbox: inboxLimits,
      messageBytes: config.messageBytes,
      parseQueue: config.parseQueue,
    },
  });
  const recipients = createRecipientsWithin(core);
  const smtp = createSmtpServer({
    hostname: config.smtpName,
    proxies: createAddressList(config.smtpProxies),
    xclients: createAddressList(config.smtpXclients),
    recipients: recipients(inboxLimits),
    delivery,
    events,
    clients: {
      ...core.clientLimits,
      limits: config,
      clock: core.steady,
      every,
      schedule: realSchedule,
      shortage: () => core.shortage.now(),
    },
    limits: {
      messageBytes: config.messageBytes,
      connections: Math.ceil(config.smtpConnections / config.processes),
      sessionSeconds: config.smtpSessionSeconds,
      greetingMs: config.smtpGreetingMs,
      idleSeconds: config.smtpIdleSeconds,
    },
  });
  const noLimits = { messages: Infinity, bytes: Infinity };
  const intake = createIntake({ ...core, recipients: recipients(noLimits), delivery });
  return { delivery, smtp, intake };
}

/** STARTTLS is offered as the certificate's files say, now and whenever they change. */
function createTls({ config, clock, every, events }: Core, smtp: SmtpServer) {
  return watchCertificate({
    files: config.tls,
    readFile: (path) => readFile(path, 'utf8'),
    hostname: config.smtpName,
    clock,
    every,
    events,
    offer: (pem) => smtp.offerTls(pem),
  });
}

function createHttpSide(
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

/** Runs jobs every so often, each once at a time; one that fails is logged and tried again at its next turn. */
function createChores(core: Core, recover: () => Promise<number>) {
  const { store, publisher, events, every } = core;
  const running = new Map<string, Promise<void>>();
  const run = (where: string, job: () => Promise<unknown>) => {
    if (running.has(where)) return;
    const done = job()
      .then(() => undefined)
      .catch((error: unknown) => events.fault({ where, error }))
      .finally(() => running.delete(where));
    running.set(where, done);
  };
  const cleanup = async () => {
    for (const inbox of await store.cleanup()) {
      events.inboxEnded({ inbox, reason: 'expired' });
      await publisher.publish(inbox, { kind: 'ended' });
    }
  };
  const stops = [
    every(cleanupMs, () => run('cleanup', cleanup)),
    every(recoveryMs, () => run('recovery', recover)),
  ];
  return {
    cleanup,
    async stop() {
      for (const stop of stops) stop();
      await Promise.all(running.values());
    },
  };
}

function createJudge(
  config: Config,
  {
    clock,
    events,
    resolver = createDnsResolver(config.dnsServers),
  }: Pick<Core, 'clock' | 'events'> & Pick<RelayOverrides, 'resolver'>,
): SenderJudge | null {
  if (!config.verdicts) return null;
  return createSenderJudge({
    resolver,
    clock,
    hostname: config.smtpName,
    arcSealers: config.arcSealers,
    privateSpf: config.privateSpf,
    deadlineMs: config.verdictDeadlineMs,
    maxQueued: config.verdictQueue,
    onFault: (error) => events.fault({ where: 'verdict', error }),
  });
}

export const listening = (at: { host: string; port: number }, scheme = ''): Listening => ({
  ...at,
  text: `${scheme}${at.host.includes(':') ? `[${at.host}]` : at.host}:${at.port}`,
});

/** What everything else is built on. */
async function openCore(config: Config, secrets: Secrets | null, overrides: RelayOverrides) {
  const { clock = Date.now, random = poolRandom(randomBytes), every = realEvery } = overrides;
  const { steady = overrides.clock ?? realSteady } = overrides;
  const observed = observe(config, overrides.events, {
    version: packageJson.version,
    isOneOfSeveral: overrides.isOneOfSeveral ?? false,
  });
  const keys = deriveKeys(resolveSecrets(config, secrets));
  const opened = await openStore(config.store, { clock, steady }, overrides.sqliteSynchronous);
  const store = observed.watchStore(overrides.wrapStore?.(opened.store) ?? opened.store);
  const { publisher } = opened;
  const pool = createAnalysisPool({
    threads: config.parserThreads,
    deadlineMs: config.parseDeadlineMs,
    blocked: config.blockedAttachments,
  });
  const parser = overrides.wrapParser?.(pool) ?? pool;
  const { events } = observed;
  const clientLimits = createClientLimits(config, {
    shared: opened.counter,
    keys,
    clock: steady,
    schedule: realSchedule,
  });
  const judge = createJudge(config, { ...overrides, clock, events });
  const shared = { config, store, publisher, parser, judge, keys, events, random, every };
  const built = { ...shared, clock, steady };
  const shortage = watchResources(config, { ...built, clock: steady, probes: overrides.probes });
  const core: Core = { ...built, clientLimits, shortage };
  return { core, observed };
}

/**
 * Builds a relay and listens. Disposing it answers all waiters, lets sessions in the middle of a mail finish, publishes
 * what was acknowledged, and closes the store.
 */
export async function createRelay(
  config: Config,
  secrets: Secrets | null,
  overrides: RelayOverrides,
): Promise<Relay> {
  const { core, observed } = await openCore(config, secrets, overrides);
  const { store, publisher, parser, events, clock } = core;
  const { delivery, smtp, intake } = createMailSide(core);
  const { shortage } = core;
  const parts = { store, parser, delivery, smtp, shortage, schedule: realSchedule };
  const pulls = createMailPulls(config, { ...core, intake, shortage: () => shortage.now() });
  const readiness = observeReadiness({ ...parts, mailboxes: pulls.areWell });
  const http = createHttpSide(core, readiness, { smtp, intake });
  const certificate = await createTls(core, smtp);
  const chores = createChores(core, () => delivery.recoverPending());
  observed.watch({
    analysisQueue: () => parser.queued,
    analysisQueueLimit: config.parseQueue,
    smtpSessions: () => smtp.sessions,
  });
  const close = async () => {
    const grace = { graceMs: config.shutdownSeconds * 1000 };
    await Promise.all([
      smtp.close(grace),
      http.close(grace),
      chores.stop(),
      certificate.stop(),
      pulls.stop(),
    ]);
    await shortage.stop();
    await delivery.drain();
    await parser.close();
    // What missed its deadline came to an end only now.
    await delivery.drain();
    await core.judge?.close();
    await publisher.close();
    await store.close();
    await observed.close();
  };
  try {
    // Not awaited: a backlog must not keep new mail out.
    // On Redis other relays may be at work on what is fresh; the embedded store is ours alone.
    const before = config.store.kind === 'sqlite' ? clock() : undefined;
    void delivery
      .recoverPending(before)
      .catch((error: unknown) => events.fault({ where: 'recovery', error }));
    const httpAt = await http.listen(config.httpPort, config.httpHost);
    const smtpAt = await smtp.listen(config.smtpPort, config.smtpHost);
    const metricsAt = await observed.listen();
    pulls.start();
    return {
      smtp: listening(smtpAt),
      http: listening(httpAt, 'http://'),
      metrics: metricsAt === null ? null : listening(metricsAt, 'http://'),
      store,
      cleanup: chores.cleanup,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
