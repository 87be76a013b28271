import type { ProcessEvents } from './core/ports.ts';

/** One relay process, as who started it sees it. */
export interface RelayProcess {
  /** Another one for each start. */
  readonly id: number;
  readonly pid: number | undefined;
  /** Asks it to finish what it has begun, and to end. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}

/** `Addresses` is what a process says of itself when it listens. */
export interface ProcessesDeps<Addresses> {
  readonly count: number;
  /** Starts a process and tells what becomes of it; never from within this call. */
  readonly start: (hear: {
    ready(addresses: Addresses): void;
    ended(how: string): void;
  }) => RelayProcess;
  /** Milliseconds; no clock that can be set. */
  readonly now: () => number;
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  readonly events: ProcessEvents;
  /** So long a process may take to stop. */
  readonly stopMs: number;
}

export interface Processes<Addresses> {
  /** Resolves when all of them listen. Rejects, with words for the operator, when one ends before that. */
  readonly ready: Promise<Addresses>;
  /** Resolves, with words for the operator, when they die again and again and are no longer restarted. */
  readonly gaveUp: Promise<string>;
  /** Resolves when all have ended. */
  stop(): Promise<void>;
}

/** A process that ends before this was no good. */
const goodMs = 30_000;
const firstWaitMs = 500;
const mostWaitMs = 30_000;
/** So many in a row that were no good, and nobody expects better of the next. */
const mostDeaths = 8;

interface Kept {
  readonly since: number;
  readonly running: RelayProcess;
  isReady: boolean;
}

/** Keeps as many relay processes running as asked for. One that dies is started again, ever later when that does not help. */
class KeptProcesses<Addresses> implements Processes<Addresses> {
  readonly ready: Promise<Addresses>;
  readonly gaveUp: Promise<string>;
  readonly #deps: ProcessesDeps<Addresses>;
  readonly #kept = new Set<Kept>();
  readonly #restarts = new Set<() => void>();
  readonly #ready = Promise.withResolvers<Addresses>();
  readonly #gaveUp = Promise.withResolvers<string>();
  readonly #stopped = Promise.withResolvers<void>();
  #deaths = 0;
  #wereReady = false;
  #isStopping = false;

  constructor(deps: ProcessesDeps<Addresses>) {
    this.#deps = deps;
    this.ready = this.#ready.promise;
    this.gaveUp = this.#gaveUp.promise;
    for (let started = 0; started < deps.count; started += 1) this.#start();
  }

  stop(): Promise<void> {
    if (!this.#isStopping) {
      this.#isStopping = true;
      for (const cancel of this.#restarts) cancel();
      for (const { running } of this.#kept) running.stop();
      const cancel = this.#deps.schedule(this.#deps.stopMs, () => {
        for (const { running } of this.#kept) running.kill();
      });
      void this.#stopped.promise.then(cancel);
    }
    if (this.#kept.size === 0) this.#stopped.resolve();
    return this.#stopped.promise;
  }

  #start(): void {
    const running = this.#deps.start({
      ready: (addresses) => this.#becameReady(kept, addresses),
      ended: (how) => this.#ended(kept, how),
    });
    const kept: Kept = { since: this.#deps.now(), running, isReady: false };
    this.#kept.add(kept);
    this.#deps.events.processStarted({ process: running.id, pid: running.pid });
  }

  #becameReady(kept: Kept, addresses: Addresses): void {
    kept.isReady = true;
    const all = [...this.#kept];
    if (all.length < this.#deps.count || !all.every(({ isReady }) => isReady)) return;
    this.#wereReady = true;
    this.#ready.resolve(addresses);
  }

  #ended(kept: Kept, how: string): void {
    this.#kept.delete(kept);
    const { id } = kept.running;
    const restartMs = this.#isStopping || !this.#wereReady ? null : this.#waitAfter(kept.since);
    this.#deps.events.processEnded({ process: id, how, restartMs });
    if (this.#isStopping) {
      if (this.#kept.size === 0) this.#stopped.resolve();
    } else if (!this.#wereReady) {
      this.#ready.reject(new Error(`process ${id} ended with ${how} before all were ready`));
    } else if (restartMs === null) {
      const many = `${this.#deaths} processes in a row ended soon after their start`;
      this.#gaveUp.resolve(`${many}, the last one with ${how}`);
    } else {
      this.#startLater(restartMs);
    }
  }

  #startLater(milliseconds: number): void {
    const cancel = this.#deps.schedule(milliseconds, () => {
      this.#restarts.delete(cancel);
      this.#start();
    });
    this.#restarts.add(cancel);
  }

  /** Null: no more. */
  #waitAfter(since: number): number | null {
    if (this.#deps.now() - since >= goodMs) this.#deaths = 0;
    this.#deaths += 1;
    if (this.#deaths > mostDeaths) return null;
    return Math.min(mostWaitMs, firstWaitMs * 2 ** (this.#deaths - 1));
  }
}

export function keepProcesses<Addresses>(deps: ProcessesDeps<Addresses>): Processes<Addresses> {
  return new KeptProcesses(deps);
}
