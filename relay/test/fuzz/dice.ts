/** Chance that can be repeated: the same seed gives the same throws. */
export interface Dice {
  /** A whole number from 0 up to but not including `n`. */
  below(n: number): number;
  /** True so many times of a hundred. */
  percent(n: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Small numbers often, big ones now and then; less than `limit`. */
  skewed(limit: number): number;
  octets(length: number): Buffer;
}

/** Spreads a seed over 32 bits, so that neighbours have nothing in common. */
function scramble(seed: number): number {
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return (state ^ (state >>> 16)) >>> 0;
}

/** The throws of the case `index` of a campaign with this seed. */
export function createDice(seed: number, index: number): Dice {
  let state = (scramble(seed) + Math.imul(scramble(index + 1), 0x9e3779b1)) >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    percent: (n) => next() * 100 < n,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
    skewed: (limit) => Math.floor(next() ** 3 * limit),
    octets: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}

/** A piece of `octets` replaced: what every format must bear. */
export function mutateOctets(dice: Dice, octets: Buffer, odd: readonly string[]): Buffer {
  const at = dice.below(octets.length + 1);
  const before = octets.subarray(0, at);
  const after = octets.subarray(at);
  switch (dice.below(7)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, Buffer.from(dice.pick(odd), 'latin1'), after]);
    case 2:
      return Buffer.concat([before, dice.octets(1 + dice.skewed(16)), after]);
    case 3:
      return Buffer.concat([before, after.subarray(1 + dice.skewed(32))]);
    case 4: {
      const piece = octets.subarray(at, at + 1 + dice.skewed(200));
      const times = 1 + dice.skewed(50);
      return Buffer.concat([before, ...Array.from({ length: times }, () => piece), after]);
    }
    case 5: {
      const from = dice.below(octets.length + 1);
      const piece = octets.subarray(from, from + 1 + dice.skewed(200));
      return Buffer.concat([before, piece, after]);
    }
    default: {
      const changed = Buffer.from(octets);
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
      return changed;
    }
  }
}
