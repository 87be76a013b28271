import { RelayError } from '../core/errors.ts';

const unavailable = (message: string, cause?: unknown): RelayError =>
  new RelayError('store-unavailable', { message, cause });

/** The reply's code is its first word (RESP, simple errors); a script that met it has it further on. */
const isFull = (message: string): boolean => /(?:^|\s)-?OOM command not allowed/.test(message);

export function faultOf(error: unknown): RelayError {
  if (error instanceof RelayError) return error;
  const message = error instanceof Error ? error.message : 'Redis failed';
  if (isFull(message)) return new RelayError('storage-full', { message, cause: error });
  return unavailable(message, error);
}

/** Bounds what is asked of Redis in time, gives every fault one shape, and lets a close wait for what is under way. */
export class RedisGuard {
  readonly #limitMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  async run<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#closed) throw unavailable('the connection to Redis is closed');
    const answer = this.#bounded(ask());
    this.#running.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw faultOf(error);
    } finally {
      this.#running.delete(answer);
    }
  }

  /** False when it was closed before. Nothing new is taken from now on. */
  async close(): Promise<boolean> {
    if (this.#closed) return false;
    this.#closed = true;
    await Promise.allSettled(this.#running);
    return true;
  }

  #bounded<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(unavailable(`no answer from Redis within ${this.#limitMs} ms`)),
        this.#limitMs,
      );
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
