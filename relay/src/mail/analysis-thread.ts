import { Worker } from 'node:worker_threads';
import type { ParsedMail } from '../core/ports.ts';
import type { AnalysisNews, AnalysisRequest } from './analysis-worker.ts';

/** Calls back after that many milliseconds, unless cancelled. */
export type Schedule = (milliseconds: number, run: () => void) => () => void;

/** One mail on its way through the pool. */
export interface Task {
  /** `examine`: only look for what is not handed out. */
  readonly job: AnalysisRequest['job'];
  readonly raw: Uint8Array;
  /** Null: the thread broke on it, or the mail cannot be parsed. */
  finish(parsed: ParsedMail | null): void;
}

export interface AnalysisThreadOptions {
  readonly worker: URL;
  readonly schedule: Schedule;
  /** After this long on one mail the thread is ended. */
  readonly killMs: number;
  /** After this long on one mail the others before it are handed back. */
  readonly asideMs: number;
  readonly heapMb: number;
  readonly blocked: ReadonlySet<string>;
  /** It has finished a mail. */
  readonly onFree: () => void;
  /** It takes no more mails, because it hangs on one or is gone; `unserved` were meant for it. */
  readonly onLost: (unserved: readonly Task[]) => void;
  readonly onGone: () => void;
}

export interface AnalysisThread {
  /** Mails that it works on or has before it. */
  readonly load: number;
  run(task: Task): void;
  stop(): Promise<void>;
}

/** A small mail is kept, so that it can go to another thread when this one breaks; a big one is handed over. */
const keepBytes = 262_144;

function requestFor(id: number, { job, raw }: Task): AnalysisRequest {
  const { buffer, byteLength } = raw;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  const isHanded = isOwn && byteLength >= keepBytes;
  return { id, job, raw: isHanded ? new Uint8Array(buffer) : new Uint8Array(raw) };
}

/** Calls each of `stages` when its time has passed since the last start. */
function createStopwatch(schedule: Schedule, stages: readonly (readonly [number, () => void])[]) {
  let cancels: (() => void)[] = [];
  const stop = () => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };
  const start = () => {
    stop();
    cancels = stages.map(([milliseconds, run]) => schedule(milliseconds, run));
  };
  return { start, stop };
}

/**
 * A worker thread that takes mails one after another, so that it is known which one it hangs or breaks on. That one is
 * given up, the others are handed back.
 */
export function startThread(options: AnalysisThreadOptions): AnalysisThread {
  const worker = new Worker(options.worker, {
    resourceLimits: { maxOldGenerationSizeMb: options.heapMb },
    workerData: { blocked: options.blocked },
  });
  const tasks: Task[] = [];
  let started = 0;
  let finished = 0;
  let isReady = false;
  let isLost = false;
  const lose = () => {
    if (isLost) return;
    isLost = true;
    options.onLost(tasks.splice(1));
  };
  const stopwatch = createStopwatch(options.schedule, [
    [options.asideMs, lose],
    [options.killMs, () => void worker.terminate()],
  ]);
  worker.on('message', (reply: AnalysisNews) => {
    if ('ready' in reply) {
      // A slow start is not the first mail's fault: replacing the thread would only make the machine busier.
      isReady = true;
      if (tasks.length > 0) stopwatch.start();
      return;
    }
    if (reply.id !== finished) return;
    finished += 1;
    const task = tasks.shift();
    if (tasks.length > 0) stopwatch.start();
    else stopwatch.stop();
    if (isLost) void worker.terminate();
    task?.finish(reply.ok ? reply : null);
    if (!isLost) options.onFree();
  });
  // What ended it (an exception, no memory) is told by the exit that follows.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    stopwatch.stop();
    const [broken] = tasks;
    lose();
    tasks.length = 0;
    broken?.finish(null);
    options.onGone();
  });
  return {
    get load() {
      return tasks.length;
    },
    run(task) {
      const request = requestFor(started, task);
      started += 1;
      tasks.push(task);
      worker.postMessage(request, [request.raw.buffer]);
      if (tasks.length === 1 && isReady) stopwatch.start();
    },
    async stop() {
      isLost = true;
      await worker.terminate();
    },
  };
}
