/** Lets work pass side by side, or one alone. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>;
  /** Begins once everything that has passed is done, and holds up all that comes meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const passing = new Set<Promise<unknown>>();
  let closed: Promise<void> | null = null;

  return {
    pass: async (work) => {
      // While one was waited for another may have come to be alone.
      while (closed !== null) await closed;
      const run = work();
      passing.add(run);
      try {
        return await run;
      } finally {
        passing.delete(run);
      }
    },
    alone: (work) => {
      const run = Promise.allSettled([...passing, closed]).then(work);
      const end = run
        .catch(() => {})
        .then(() => {
          if (closed === end) closed = null;
        });
      closed = end;
      return run;
    },
  };
}
