/** What was taken, to be given back once. */
export interface Slot {
  release(): void;
}

/** A bounded supply. Fair: who waits longest is served first. */
export interface Slots {
  /** Null: not so much came free within `waitMs`. What is more than all there is counts as all. */
  take(weight: number): Promise<Slot | null>;
}

export interface SlotsOptions {
  readonly size: number;
  readonly waitMs: number;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

interface Waiter {
  readonly weight: number;
  settle(slot: Slot | null): void;
}

export function createSlots({ size, waitMs, schedule }: SlotsOptions): Slots {
  const waiting = new Set<Waiter>();
  let free = size;

  function hand(weight: number): Slot {
    free -= weight;
    let isOut = true;
    return {
      release() {
        if (!isOut) return;
        isOut = false;
        free += weight;
        serve();
      },
    };
  }

  function serve() {
    for (const waiter of waiting) {
      if (waiter.weight > free) return;
      waiter.settle(hand(waiter.weight));
    }
  }

  function wait(weight: number): Promise<Slot | null> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        weight,
        settle(slot) {
          cancel();
          waiting.delete(waiter);
          resolve(slot);
        },
      };
      const cancel = schedule(waitMs, () => {
        waiter.settle(null);
        // It may have held up smaller ones behind it.
        serve();
      });
      waiting.add(waiter);
    });
  }

  return {
    take(wanted) {
      const weight = Math.min(wanted, size);
      const isFree = waiting.size === 0 && weight <= free;
      return isFree ? Promise.resolve(hand(weight)) : wait(weight);
    },
  };
}
