import type { Config } from './config.ts';
import type { Events, MessageParser, Store } from './core/ports.ts';
import type { Shortage } from './core/shortage.ts';
import { createReadiness, type Readiness, type ReadinessDeps } from './core/readiness.ts';
import { combineEvents } from './events.ts';
import { createMetrics, createSharedMetrics, type MetricSources } from './metrics/metrics.ts';
import { createMetricsServer } from './metrics/metrics-server.ts';
import { watchStore } from './metrics/watch-store.ts';

/** How the relay is seen from outside, with metrics or without. */
export interface Observation {
  /** Told to the log, and counted. */
  readonly events: Events;
  watchStore(store: Store): Store;
  watch(sources: MetricSources): void;
  /** Null: no metrics are served. */
  listen(): Promise<{ readonly host: string; readonly port: number } | null>;
  close(): Promise<void>;
}

const logOnly = (events: Events): Observation => ({
  events,
  watchStore: (store) => store,
  watch: () => undefined,
  listen: () => Promise.resolve(null),
  close: () => Promise.resolve(),
});

type MetricsConfig = Pick<Config, 'metricsHost' | 'metricsPort'>;

/** For the process that starts several: listens for all of them. Null: no metrics are served. */
export async function observeAll(
  { metricsHost, metricsPort }: MetricsConfig,
  events: Pick<Events, 'fault'>,
): Promise<{ readonly host: string; readonly port: number } | null> {
  if (metricsPort === null) return null;
  const server = createMetricsServer({ metrics: createSharedMetrics(), events });
  return server.listen(metricsPort, metricsHost);
}

/** `isOneOfSeveral`: the process that started this one serves the metrics of all. */
export function observe(
  { metricsHost, metricsPort }: MetricsConfig,
  log: Events,
  { version, isOneOfSeveral }: { readonly version: string; readonly isOneOfSeveral: boolean },
): Observation {
  if (metricsPort === null) return logOnly(log);
  const metrics = createMetrics({ version, isOneOfSeveral });
  const events = combineEvents(log, metrics.events);
  const server = createMetricsServer({ metrics, events });
  return {
    events,
    watchStore: (store) => watchStore(store, metrics.storeFault),
    watch: metrics.watch,
    listen: async () => (isOneOfSeveral ? null : server.listen(metricsPort, metricsHost)),
    close: () => server.close(),
  };
}

/** Long enough for a thread that hangs on a mail to be set aside, short enough for who probes. */
const probesMs = 3000;

export interface ReadinessParts {
  readonly store: Pick<Store, 'check'>;
  readonly parser: Pick<MessageParser, 'isWorking'>;
  readonly delivery: { readonly isFull: boolean };
  readonly smtp: { readonly isListening: boolean };
  /** Null: mail is pulled from none. */
  readonly mailboxes: (() => boolean) | null;
  readonly shortage: Pick<Shortage, 'of'>;
  readonly schedule: ReadinessDeps['schedule'];
}

/** All that `/readyz` stands for. */
export function observeReadiness(parts: ReadinessParts): Readiness {
  const { store, parser, delivery, smtp, shortage, schedule, mailboxes } = parts;
  const isThere = (resource: 'memory' | 'disk' | 'store') => shortage.of(resource) === null;
  return createReadiness({
    schedule,
    withinMs: probesMs,
    probes: [
      {
        name: 'store',
        code: 'store-unavailable',
        // Mail is put off until the shortage is noticed to be over.
        ask: async () => {
          await store.check();
          return isThere('store');
        },
      },
      { name: 'disk', code: 'storage-full', ask: () => isThere('disk') },
      { name: 'memory', code: 'overloaded', ask: () => isThere('memory') },
      { name: 'analysis', code: 'overloaded', ask: () => parser.isWorking() },
      { name: 'queue', code: 'overloaded', ask: () => !delivery.isFull },
      { name: 'smtp', code: 'overloaded', ask: () => smtp.isListening },
      // Somebody else's server: that it is away is told, but no reason to send nobody here.
      ...(mailboxes === null ? [] : [{ name: 'mailboxes', code: null, ask: mailboxes }]),
    ],
  });
}
