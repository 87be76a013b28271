import { LocalCounter } from './local-counter.ts';
import type { Clock, Counter } from './ports.ts';

export interface SteadyCounterDeps {
  /** The one that all relays count in. */
  readonly shared: Counter;
  readonly clock: Clock;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

/** No request waits longer for its count. */
const patienceMs = 500;
/** So long the shared counter is left alone after it failed. */
const restMs = 2000;

/**
 * Counts in the shared counter; while that does not answer, in this process alone. Never rejects: whether a request can
 * be served is for the request to say, not for its limit.
 */
export function createSteadyCounter({ shared, clock, schedule }: SteadyCounterDeps): Counter {
  const local = new LocalCounter(clock);
  let restUntil = 0;

  function inTime<T>(asked: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = schedule(patienceMs, () => reject(new Error('The counter is late')));
      asked.then(resolve, reject).finally(cancel);
    });
  }

  async function count<T>(how: (counter: Counter) => Promise<T>): Promise<T> {
    if (clock() < restUntil) return how(local);
    try {
      return await inTime(how(shared));
    } catch {
      restUntil = clock() + restMs;
      return how(local);
    }
  }

  return {
    add: (key, windowMs) => count((counter) => counter.add(key, windowMs)),
    takeBack: (key) => count((counter) => counter.takeBack(key)),
    read: (key) => count((counter) => counter.read(key)),
  };
}
