import type { Config, Secrets } from './config.ts';
import type { Delivery } from './core/delivery.ts';
import type { Store } from './core/ports.ts';
import { createHttpSide } from './http-side.ts';
import { createMailPulls } from './mail-pulls.ts';
import { createMailSide, createTls } from './mail-side.ts';
import { observeReadiness } from './observe.ts';
import { type Core, openCore, realSchedule, type RelayOverrides } from './relay-core.ts';

const cleanupMs = 60_000;
const recoveryMs = 2000;

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

export const listening = (at: { host: string; port: number }, scheme = ''): Listening => ({
  ...at,
  text: `${scheme}${at.host.includes(':') ? `[${at.host}]` : at.host}:${at.port}`,
});

interface Stoppable {
  stop(): Promise<void> | void;
}

interface Running extends Pick<ReturnType<typeof createMailSide>, 'smtp' | 'delivery'> {
  readonly http: ReturnType<typeof createHttpSide>;
  readonly chores: Stoppable;
  readonly certificate: Stoppable;
  readonly pulls: Stoppable;
  readonly observed: Pick<Awaited<ReturnType<typeof openCore>>['observed'], 'close'>;
}

/** Takes nothing new, ends what was begun, and closes what that needed. */
async function closeAll(
  { config, store, publisher, parser, judge, shortage }: Core,
  { smtp, http, chores, certificate, pulls, delivery, observed }: Running,
): Promise<void> {
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
  await judge?.close();
  await publisher.close();
  await store.close();
  await observed.close();
}

/** Publishes what an earlier life of the relay had acknowledged. Never rejects. */
async function recoverFirst({ config, clock, events }: Core, delivery: Delivery): Promise<void> {
  // On Redis other relays may be at work on what is fresh; the embedded store is ours alone.
  const before = config.store.kind === 'sqlite' ? clock() : undefined;
  await delivery
    .recoverPending(before)
    .catch((error: unknown) => events.fault({ where: 'recovery', error }));
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
  const { store, parser } = core;
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
  const running = { smtp, http, chores, certificate, pulls, delivery, observed };
  const close = () => closeAll(core, running);
  try {
    // Not awaited: a backlog must not keep new mail out.
    void recoverFirst(core, delivery);
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
