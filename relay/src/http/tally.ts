import type { Clock } from '../core/ports.ts';

/** So many addresses are remembered at a time; beyond it the oldest is forgotten. */
const capacity = 100_000;

/** Counts what went wrong for each network address, and says when it is too much. */
export class Tally {
  readonly #entries = new Map<string, { hits: number; readonly until: number }>();
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #clock: Clock;

  constructor(options: { limit: number; windowMs: number; clock: Clock }) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
    this.#clock = options.clock;
  }

  add(key: string): void {
    const now = this.#clock();
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.until > now) {
      entry.hits += 1;
      return;
    }
    // Taken out first, so that the map stays in the order in which entries end.
    this.#entries.delete(key);
    this.#entries.set(key, { hits: 1, until: now + this.#windowMs });
    this.#forget(now);
  }

  /** Seconds until the address is heard again; null when it is now. */
  refusedFor(key: string): number | null {
    const entry = this.#entries.get(key);
    const left = (entry?.until ?? 0) - this.#clock();
    const refused = entry !== undefined && entry.hits >= this.#limit && left > 0;
    return refused ? Math.ceil(left / 1000) : null;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#entries) {
      if (until > now && this.#entries.size <= capacity) return;
      this.#entries.delete(key);
    }
  }
}
