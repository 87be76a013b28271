import { randomBytes } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { type ClientLimits, createClientLimits } from './client-limits.ts';
import type { Config, Secrets } from './config.ts';
import { deriveKeys } from './core/keys.ts';
import type {
  Clock,
  Events,
  MessageParser,
  Publisher,
  Random,
  SenderJudge,
  Store,
} from './core/ports.ts';
import { poolRandom } from './core/random-pool.ts';
import type { ResourceProbes, Shortage } from './core/shortage.ts';
import { createAnalysisPool } from './mail/analysis-pool.ts';
import type { DnsResolver } from './mail/dns-cache.ts';
import { createDnsResolver } from './mail/dns-resolver.ts';
import { createSenderJudge } from './mail/verdict-pool.ts';
import { observe } from './observe.ts';
import { openStore, resolveSecrets } from './open-store.ts';
import { watchResources } from './watch-resources.ts';

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

const realSteady: Clock = () => performance.timeOrigin + performance.now();

const realEvery = (milliseconds: number, run: () => void) => {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

export const realSchedule = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** What the sides of a relay share. */
export interface Core {
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

/** Opens what everything else is built on. */
export async function openCore(config: Config, secrets: Secrets | null, overrides: RelayOverrides) {
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
