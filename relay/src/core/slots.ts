/** Holds back whoever asks when `size` are out. Fair: who waits longest is served first. */
export interface Slots {
  /** Null: none came free within `waitMs`. */
  take(): Promise<{ release(): void } | null>;
}

export interface SlotsOptions {
  readonly size: number;
  readonly waitMs: number;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

export function createSlots({ size, waitMs, schedule }: SlotsOptions): Slots {
  const waiting = new Set<(slot: { release(): void } | null) => void>();
  let out = 0;

  function hand(): { release(): void } {
    out += 1;
    let released = false;
    return {
      release() {
        if (released) return;
        released = true;
        out -= 1;
        const [next] = waiting;
        next?.(hand());
      },
    };
  }

  function wait(): Promise<{ release(): void } | null> {
    return new Promise((resolve) => {
      const settle = (slot: { release(): void } | null) => {
        cancel();
        waiting.delete(settle);
        resolve(slot);
      };
      const cancel = schedule(waitMs, () => settle(null));
      waiting.add(settle);
    });
  }

  return { take: () => (out < size ? Promise.resolve(hand()) : wait()) };
}
