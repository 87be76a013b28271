import type { Clock, Counter } from '../core/ports.ts';

/** Lets express-rate-limit count where we do. */
export class LimitStore {
  /** Other instances, on other relays, count the same keys. */
  readonly localKeys = false;
  readonly prefix: string;
  readonly #counter: Counter;
  readonly #clock: Clock;
  #windowMs = 60_000;

  constructor(counter: Counter, clock: Clock, name: string) {
    this.#counter = counter;
    this.#clock = clock;
    this.prefix = `${name}:`;
  }

  init({ windowMs }: { readonly windowMs: number }): void {
    this.#windowMs = windowMs;
  }

  async increment(key: string): Promise<{ totalHits: number; resetTime: Date }> {
    const { hits, until } = await this.#counter.add(this.prefix + key, this.#windowMs);
    // The library counts the seconds from the real time on.
    return { totalHits: hits, resetTime: new Date(Date.now() + until - this.#clock()) };
  }

  decrement(key: string): Promise<void> {
    return this.#counter.takeBack(this.prefix + key);
  }

  /** Nothing of ours calls it; a window always ends by itself. */
  resetKey(): void {}
}
