import type { Outcome } from '../core/errors.ts';
import type { MessageParser, ParsedMail } from '../core/ports.ts';
import { type AnalysisThread, type Schedule, startThread, type Task } from './analysis-thread.ts';

export interface AnalysisPoolOptions {
  readonly threads: number;
  /** After this long a mail is answered `overloaded`; what comes later goes to `late`. Default 5 s. */
  readonly deadlineMs?: number;
  /** After this long on one mail a thread is ended. Default 15 s. */
  readonly killMs?: number;
  /** After this long on one mail a fresh thread takes over the others. Default 2 s. */
  readonly asideMs?: number;
  /** Mails waiting or being parsed; more are answered `overloaded` at once. Default 10,000. */
  readonly maxQueued?: number;
  /** The program of a thread. */
  readonly worker?: URL;
  readonly schedule?: Schedule;
}

type Answer = Outcome<{ parsed: ParsedMail }>;

/** A second mail lies ready in the thread, so that it never waits for the event loop; but only a small one. */
const aheadBytes = 262_144;

const timer: Schedule = (milliseconds, run) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};

interface Threads {
  add(task: Task): void;
  stop(): Promise<void>;
}

/** Hands tasks to up to `size` threads, the least busy first, and replaces those that are lost. */
function createThreads(options: AnalysisPoolOptions): Threads {
  const { threads: size, killMs = 15_000, asideMs = 2000, schedule = timer } = options;
  const worker = options.worker ?? new URL('./analysis-worker.ts', import.meta.url);
  const queue: Task[] = [];
  /** Those that take mails, and all that still run. */
  const serving = new Set<AnalysisThread>();
  const running = new Set<AnalysisThread>();

  function start(): AnalysisThread {
    const onLost = (unserved: readonly Task[]) => {
      serving.delete(thread);
      queue.unshift(...unserved);
      pump();
    };
    const onGone = () => running.delete(thread);
    const thread = startThread({ worker, schedule, killMs, asideMs, onFree: pump, onLost, onGone });
    serving.add(thread);
    running.add(thread);
    return thread;
  }

  function pick(task: Task): AnalysisThread | undefined {
    let best: AnalysisThread | undefined;
    for (const thread of serving) if (best === undefined || thread.load < best.load) best = thread;
    if (best === undefined || (best.load > 0 && serving.size < size)) return start();
    return best.load === 0 || (best.load === 1 && task.raw.length < aheadBytes) ? best : undefined;
  }

  function pump() {
    for (let task = queue[0]; task !== undefined; task = queue[0]) {
      const thread = pick(task);
      if (thread === undefined) return;
      queue.shift();
      thread.run(task);
    }
  }

  for (let n = 0; n < size; n += 1) start();
  return {
    add(task) {
      queue.push(task);
      pump();
    },
    async stop() {
      await Promise.all([...running].map((thread) => thread.stop()));
    },
  };
}

/**
 * Worker threads that parse and analyse. A mail on which a thread breaks or hangs is given up alone; the thread is
 * replaced and the others go on.
 */
export function createAnalysisPool(options: AnalysisPoolOptions): MessageParser {
  const { deadlineMs = 5000, maxQueued = 10_000, schedule = timer } = options;
  const threads = createThreads(options);
  let unfinished = 0;
  let isClosed = false;
  let onIdle: (() => void) | undefined;

  function run(raw: Uint8Array, late?: (parsed: ParsedMail) => void): Promise<Answer> {
    unfinished += 1;
    return new Promise((resolve) => {
      let isLate = false;
      const cancel = schedule(deadlineMs, () => {
        isLate = true;
        resolve({ ok: false, code: 'overloaded' });
      });
      const finish = (parsed: ParsedMail | null) => {
        cancel();
        unfinished -= 1;
        if (parsed === null) resolve({ ok: false, code: 'internal' });
        else if (isLate) late?.(parsed);
        else resolve({ ok: true, parsed });
        if (unfinished === 0) onIdle?.();
      };
      threads.add({ raw, finish });
    });
  }

  return {
    async parse(raw, late) {
      if (isClosed) return { ok: false, code: 'shutting-down' };
      if (unfinished >= maxQueued) return { ok: false, code: 'overloaded' };
      return run(raw, late);
    },
    get queued() {
      return unfinished;
    },
    async close() {
      isClosed = true;
      if (unfinished > 0) await new Promise<void>((resolve) => (onIdle = resolve));
      await threads.stop();
    },
  };
}
