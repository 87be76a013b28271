const minuteMs = 60_000;

/** An allowance that fills up evenly: at most a minute's worth at once, and never a wall at the end of a minute. */
export class TokenBucket {
  readonly #perMinute: number;
  #level: number;
  #at: number;

  constructor(perMinute: number, now: number) {
    this.#perMinute = perMinute;
    this.#level = perMinute;
    this.#at = now;
  }

  /** One, if there is one. */
  take(now: number): boolean {
    this.#fill(now);
    if (this.#level < 1) return false;
    this.#level -= 1;
    return true;
  }

  /** What is known only afterwards; it may lead into debt. */
  spend(amount: number, now: number): void {
    this.#fill(now);
    this.#level -= amount;
  }

  isInDebt(now: number): boolean {
    this.#fill(now);
    return this.#level < 0;
  }

  isFull(now: number): boolean {
    this.#fill(now);
    return this.#level >= this.#perMinute;
  }

  #fill(now: number): void {
    const gained = (Math.max(0, now - this.#at) * this.#perMinute) / minuteMs;
    this.#level = Math.min(this.#perMinute, this.#level + gained);
    this.#at = now;
  }
}
