import { type ClientError, ProblemError } from './client-error.ts';

export interface Backoff {
  /** Milliseconds to wait after one more failure. */
  next(error: ClientError): number;
  reset(): void;
}

/**
 * Doubles from one second up to a minute, with half of each wait at random so that clients do not come back together.
 * A `Retry-After` of the relay is the least.
 */
export function createBackoff(random: () => number, firstMs = 1000, mostMs = 60_000): Backoff {
  let failures = 0;
  return {
    next(error) {
      const full = Math.min(mostMs, firstMs * 2 ** failures);
      failures += 1;
      const asked =
        error instanceof ProblemError && error.retryAfterSeconds !== undefined
          ? error.retryAfterSeconds * 1000
          : 0;
      return Math.max(asked, full / 2 + (full / 2) * random());
    },
    reset() {
      failures = 0;
    },
  };
}

/** Resolves after `ms`, or at once when the signal ends it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
