/** Remembers what is under way, so that a shutdown can wait for it. */
export interface InFlight {
  /** Gives the promise back. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all of it has ended, well or not, and what was added meanwhile too. */
  settle(): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const forget = () => void running.delete(settled);
      const settled: Promise<void> = work.then(forget, forget);
      running.add(settled);
      return work;
    },
    async settle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
