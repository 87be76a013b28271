/** What was taken, to be given back once. */
export interface Slot {
  release(): void;
}

/** A bounded supply. Fair: who waits longest is served first. */
export interface Slots {
  /** Null: not so much came free within `waitMs`. What is more than all there is counts as all. */
  take(weight: number): Promise<Slot | null>;
  /** Whether the next one would have to wait. */
  readonly isFull: boolean;
}

export interface SlotsOptions {
  readonly size: number;
  readonly waitMs: number;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

interface Waiter {
  readonly weight: number;
  readonly settle: (slot: Slot | null) => void;
}

/** Waits for its turn, or for `waitMs`. */
function join(
  waiting: Set<Waiter>,
  weight: number,
  { waitMs, schedule }: SlotsOptions,
  onLeave: () => void,
): Promise<Slot | null> {
  return new Promise((resolve) => {
    const settle = (slot: Slot | null) => {
      cancel();
      waiting.delete(waiter);
      resolve(slot);
    };
    const waiter: Waiter = { weight, settle };
    const cancel = schedule(waitMs, () => {
      settle(null);
      onLeave();
    });
    waiting.add(waiter);
  });
}

export function createSlots(options: SlotsOptions): Slots {
  const waiting = new Set<Waiter>();
  let free = options.size;

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

  return {
    get isFull() {
      return waiting.size > 0 || free <= 0;
    },
    async take(wanted) {
      const weight = Math.min(wanted, options.size);
      if (waiting.size === 0 && weight <= free) return hand(weight);
      // Who leaves may have held up smaller ones behind it.
      return join(waiting, weight, options, serve);
    },
  };
}
