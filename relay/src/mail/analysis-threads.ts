import {
  type AnalysisThread,
  type AnalysisThreadOptions,
  startThread,
  type Task,
} from './analysis-thread.ts';

export interface AnalysisThreadsOptions extends Pick<
  AnalysisThreadOptions,
  'worker' | 'schedule' | 'killMs' | 'asideMs' | 'heapMb' | 'blocked'
> {
  readonly size: number;
}

export interface AnalysisThreads {
  /** `first`: ahead of those that wait. */
  add(task: Task, options?: { readonly first: boolean }): void;
  stop(): Promise<void>;
}

/** A second mail lies ready in a thread, so that it never waits for the event loop; but only a small one. */
const aheadBytes = 262_144;

function leastBusy(threads: Iterable<AnalysisThread>): AnalysisThread | undefined {
  let best: AnalysisThread | undefined;
  for (const thread of threads) if (best === undefined || thread.load < best.load) best = thread;
  return best;
}

function hasRoom(thread: AnalysisThread, task: Task): boolean {
  return thread.load === 0 || (thread.load === 1 && task.raw.length < aheadBytes);
}

/** Hands tasks to up to `size` threads, the least busy first, and replaces those that are lost. */
export function createThreads(options: AnalysisThreadsOptions): AnalysisThreads {
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
    const thread = startThread({ ...options, onFree: pump, onLost, onGone });
    serving.add(thread);
    running.add(thread);
    return thread;
  }

  function threadFor(task: Task): AnalysisThread | undefined {
    const best = leastBusy(serving);
    if (best === undefined || (best.load > 0 && serving.size < options.size)) return start();
    return hasRoom(best, task) ? best : undefined;
  }

  function pump() {
    for (let task = queue[0]; task !== undefined; task = queue[0]) {
      const thread = threadFor(task);
      if (thread === undefined) return;
      queue.shift();
      thread.run(task);
    }
  }

  for (let n = 0; n < options.size; n += 1) start();
  return {
    add(task, options) {
      if (options?.first === true) queue.unshift(task);
      else queue.push(task);
      pump();
    },
    async stop() {
      await Promise.all([...running].map((thread) => thread.stop()));
    },
  };
}
