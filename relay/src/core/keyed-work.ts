/** Runs work in the background, one after another for each key, and knows when all of it is done. */
export interface KeyedWork<Key> {
  has(key: Key): boolean;
  /** Starts when earlier work for the key has ended. Resolves when this one has; its fault goes to `onFault`. */
  run(key: Key, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing runs any more, work that was begun meanwhile included. */
  drain(): Promise<void>;
}

export function createKeyedWork<Key>(onFault: (error: unknown) => void): KeyedWork<Key> {
  const last = new Map<Key, Promise<void>>();
  return {
    has: (key) => last.has(key),
    run(key, work) {
      const before = last.get(key);
      const running = (before === undefined ? work() : before.then(work))
        .catch(onFault)
        .finally(() => {
          if (last.get(key) === running) last.delete(key);
        });
      last.set(key, running);
      return running;
    },
    async drain() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
