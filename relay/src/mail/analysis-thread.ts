import { Worker } from 'node:worker_threads';
import type { ParsedMail } from '../core/ports.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis-worker.ts';

/** Calls back after that many milliseconds, unless cancelled. */
export type Schedule = (milliseconds: number, run: () => void) => () => void;

/** One mail on its way through the pool. */
export interface Task {
  readonly raw: Uint8Array;
  /** Null: the thread broke on it, or the mail cannot be parsed. */
  finish(parsed: ParsedMail | null): void;
}

export interface AnalysisThreadOptions {
  readonly worker: URL;
  readonly schedule: Schedule;
  readonly killMs: number;
  readonly asideMs: number;
  /** It has finished a mail. */
  onFree(): void;
  /** It takes no more mails, because it hangs on one or is gone; `unserved` were meant for it. */
  onLost(unserved: readonly Task[]): void;
  onGone(): void;
}

export interface AnalysisThread {
  /** Mails that it works on or has before it. */
  readonly load: number;
  run(task: Task): void;
  stop(): Promise<void>;
}

/** A small mail is kept, so that it can go to another thread when this one breaks; a big one is handed over. */
const keepBytes = 262_144;

function requestFor(id: number, raw: Uint8Array): AnalysisRequest {
  const { buffer, byteLength } = raw;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return { id, raw: isOwn && byteLength >= keepBytes ? new Uint8Array(buffer) : new Uint8Array(raw) };
}

/**
 * A worker thread that takes mails one after another, so that it is known which one it hangs or breaks on. That one is
 * given up, the others are handed back.
 */
export function startThread(options: AnalysisThreadOptions): AnalysisThread {
  const { schedule, killMs, asideMs, onFree, onLost, onGone } = options;
  const worker = new Worker(options.worker, { resourceLimits: { maxOldGenerationSizeMb: 384 } });
  const tasks: Task[] = [];
  let cancels: (() => void)[] = [];
  let started = 0;
  let finished = 0;
  let isLost = false;

  function lose() {
    if (isLost) return;
    isLost = true;
    onLost(tasks.splice(1));
  }

  function stopTimers() {
    for (const cancel of cancels) cancel();
    cancels = [];
  }

  function watchFirst() {
    stopTimers();
    if (tasks.length === 0) return;
    const kill = () => void worker.terminate();
    cancels = [schedule(asideMs, lose), schedule(killMs, kill)];
  }

  worker.on('message', (reply: AnalysisReply) => {
    if (reply.id !== finished) return;
    finished += 1;
    const task = tasks.shift();
    watchFirst();
    if (isLost) void worker.terminate();
    task?.finish(reply.ok ? reply : null);
    if (!isLost) onFree();
  });
  // What ended it (an exception, no memory) is told by the exit that follows.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    stopTimers();
    const broken = tasks[0];
    lose();
    tasks.length = 0;
    broken?.finish(null);
    onGone();
  });

  return {
    get load() {
      return tasks.length;
    },
    run(task) {
      const request = requestFor(started, task.raw);
      started += 1;
      tasks.push(task);
      worker.postMessage(request, [request.raw.buffer]);
      if (tasks.length === 1) watchFirst();
    },
    async stop() {
      isLost = true;
      await worker.terminate();
    },
  };
}
