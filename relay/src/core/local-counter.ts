import type { Clock, Counted, Counter } from './ports.ts';

/** So many keys are remembered at a time for windows of one length; beyond it the oldest is forgotten. */
const capacity = 100_000;

interface Entry {
  hits: number;
  readonly until: number;
}
type Entries = Map<string, Entry>;

function forget(entries: Entries, now: number): void {
  for (const [key, { until }] of entries) {
    if (until > now && entries.size <= capacity) return;
    entries.delete(key);
  }
}

/** Counts in the memory of this process. */
export class LocalCounter implements Counter {
  /** Apart by the length of the window, so that each map stays in the order in which its entries end. */
  readonly #byWindow = new Map<number, Entries>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(key: string, windowMs: number): Promise<Counted> {
    const now = this.#clock();
    const entries: Entries = this.#byWindow.get(windowMs) ?? new Map<string, Entry>();
    this.#byWindow.set(windowMs, entries);
    const known = entries.get(key);
    if (known !== undefined && known.until > now) {
      known.hits += 1;
      return Promise.resolve({ ...known });
    }
    // Taken out first, so that it stands at the end again.
    entries.delete(key);
    const entry = { hits: 1, until: now + windowMs };
    entries.set(key, entry);
    forget(entries, now);
    return Promise.resolve({ ...entry });
  }

  takeBack(key: string): Promise<void> {
    const now = this.#clock();
    for (const entries of this.#byWindow.values()) {
      const entry = entries.get(key);
      if (entry !== undefined && entry.until > now && entry.hits > 0) entry.hits -= 1;
    }
    return Promise.resolve();
  }

  read(key: string): Promise<Counted | null> {
    const now = this.#clock();
    let latest: Counted | null = null;
    for (const entries of this.#byWindow.values()) {
      const entry = entries.get(key);
      if (entry !== undefined && entry.until > (latest?.until ?? now)) latest = { ...entry };
    }
    return Promise.resolve(latest);
  }
}
