/** A table of a canonical Huffman code: short codes by one look, long ones bit by bit (RFC 1951 section 3.2.2). */
interface Code {
  /** By the next bits: length and symbol; 0 where the code is longer. */
  readonly fast: Uint16Array;
  /** How many codes of each length, and the symbols in their order. */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const fastBits = 9;
const maxBits = 15;
const blockCost = 1000;
const mostBlocks = 50_000;

class Broken extends Error {}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}

function makeCode(lengths: Uint8Array): Code {
  const counts = new Uint16Array(maxBits + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const next = new Uint16Array(maxBits + 2);
  const place = new Uint16Array(maxBits + 2);
  for (let length = 1; length <= maxBits; length += 1) {
    const count = counts[length] ?? 0;
    next[length + 1] = ((next[length] ?? 0) + count) << 1;
    place[length + 1] = (place[length] ?? 0) + count;
    if ((next[length] ?? 0) + count > 1 << length) throw new Broken();
  }
  const fast = new Uint16Array(1 << fastBits);
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    const at = place[length] ?? 0;
    symbols[at] = symbol;
    place[length] = at + 1;
    if (length > fastBits) continue;
    const entry = (length << 12) | symbol;
    for (let i = reverse(code, length); i < fast.length; i += 1 << length) fast[i] = entry;
  }
  return { fast, counts, symbols };
}

const range = (length: number, value: (i: number) => number) =>
  Uint8Array.from({ length }, (_, i) => value(i));

const fixedLengths = range(288, (i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
const fixedDistances = range(30, () => 5);
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Base and extra bits of lengths (from symbol 257) and distances, RFC 1951 section 3.2.5. */
const lengthBits = range(29, (i) => (i < 8 || i === 28 ? 0 : (i >> 2) - 1));
const distanceBits = range(30, (i) => (i < 4 ? 0 : (i >> 1) - 1));
function bases(bits: Uint8Array, first: number): Uint16Array {
  const found = new Uint16Array(bits.length);
  let base = first;
  for (const [i, extra] of bits.entries()) {
    found[i] = base;
    base += 1 << extra;
  }
  return found;
}
const lengthBases = bases(lengthBits, 3).map((base, i) => (i === 28 ? 258 : base));
const distanceBases = bases(distanceBits, 1);

class Inflater {
  readonly #input: Uint8Array;
  readonly #limit: number;
  #at = 0;
  #hold = 0;
  #held = 0;
  #output: Uint8Array<ArrayBuffer>;
  #size = 0;
  #blocks = 0;
  #fixed: readonly [Code, Code] | undefined;

  constructor(input: Uint8Array, limit: number) {
    this.#input = input;
    this.#limit = limit;
    this.#output = new Uint8Array(Math.min(limit, Math.max(1024, input.length * 2)));
  }

  get cost(): number {
    return this.#at + this.#size + this.#blocks * blockCost;
  }

  get result(): Uint8Array<ArrayBuffer> {
    return this.#output.subarray(0, this.#size);
  }

  get isFull(): boolean {
    return this.#size >= this.#limit;
  }

  #need(bits: number): void {
    while (this.#held < bits) {
      const next = this.#input[this.#at];
      if (next === undefined) throw new Broken();
      this.#at += 1;
      this.#hold |= next << this.#held;
      this.#held += 8;
    }
  }

  #bits(count: number): number {
    if (count === 0) return 0;
    this.#need(count);
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#held -= count;
    return value;
  }

  #symbol(code: Code): number {
    while (this.#held < fastBits && this.#at < this.#input.length) this.#need(this.#held + 1);
    const entry = code.fast[this.#hold & ((1 << fastBits) - 1)] ?? 0;
    const length = entry >> 12;
    if (length > 0 && length <= this.#held) {
      this.#hold >>>= length;
      this.#held -= length;
      return entry & 0xfff;
    }
    return this.#longSymbol(code);
  }

  #longSymbol({ counts, symbols }: Code): number {
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length <= maxBits; length += 1) {
      code |= this.#bits(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[place + code - first] ?? 0;
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Broken();
  }

  #room(more: number): void {
    if (this.#size + more <= this.#output.length) return;
    const length = Math.min(
      this.#limit + 258,
      Math.max(this.#output.length * 2, this.#size + more),
    );
    const grown = new Uint8Array(length);
    grown.set(this.#output.subarray(0, this.#size));
    this.#output = grown;
  }

  #stored(): void {
    // Whole octets that were looked at ahead are read again.
    this.#at -= this.#held >> 3;
    this.#hold = 0;
    this.#held = 0;
    const length = (this.#input[this.#at] ?? 0) | ((this.#input[this.#at + 1] ?? 0) << 8);
    this.#at += 4;
    const wanted = Math.min(length, this.#limit - this.#size);
    const piece = this.#input.subarray(this.#at, this.#at + wanted);
    this.#room(piece.length);
    this.#output.set(piece, this.#size);
    this.#size += piece.length;
    this.#at += piece.length;
    if (piece.length < wanted) throw new Broken();
  }

  #copy(length: number, distance: number): void {
    if (distance > this.#size) throw new Broken();
    this.#room(length);
    const output = this.#output;
    for (let i = 0; i < length; i += 1) {
      output[this.#size] = output[this.#size - distance] ?? 0;
      this.#size += 1;
    }
  }

  #compressed(literals: Code, distances: Code): void {
    while (!this.isFull) {
      const symbol = this.#symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        this.#room(1);
        this.#output[this.#size] = symbol;
        this.#size += 1;
        continue;
      }
      const base = lengthBases[symbol - 257];
      if (base === undefined) throw new Broken();
      const length = base + this.#bits(lengthBits[symbol - 257] ?? 0);
      const place = this.#symbol(distances);
      const from = distanceBases[place];
      if (from === undefined) throw new Broken();
      this.#copy(length, from + this.#bits(distanceBits[place] ?? 0));
    }
  }

  #fixedCodes(): readonly [Code, Code] {
    this.#fixed ??= [makeCode(fixedLengths), makeCode(fixedDistances)];
    return this.#fixed;
  }

  #dynamicCodes(): readonly [Code, Code] {
    this.#blocks += 1;
    if (this.#blocks > mostBlocks) throw new Broken();
    const literals = this.#bits(5) + 257;
    const all = literals + this.#bits(5) + 1;
    const given = this.#bits(4) + 4;
    const short = new Uint8Array(19);
    for (const place of orderOfLengths.slice(0, given)) short[place] = this.#bits(3);
    const code = makeCode(short);
    const lengths = new Uint8Array(all);
    for (let i = 0; i < all;) {
      const symbol = this.#symbol(code);
      const repeats =
        symbol < 16
          ? 1
          : symbol === 16
            ? 3 + this.#bits(2)
            : symbol === 17
              ? 3 + this.#bits(3)
              : 11 + this.#bits(7);
      const value = symbol < 16 ? symbol : symbol === 16 ? (lengths[i - 1] ?? 0) : 0;
      if (i + repeats > all) throw new Broken();
      lengths.fill(value, i, i + repeats);
      i += repeats;
    }
    return [makeCode(lengths.subarray(0, literals)), makeCode(lengths.subarray(literals))];
  }

  run(): void {
    for (let isLast = false; !isLast && !this.isFull;) {
      isLast = this.#bits(1) === 1;
      const type = this.#bits(2);
      if (type === 0) this.#stored();
      else if (type === 1) this.#compressed(...this.#fixedCodes());
      else if (type === 2) this.#compressed(...this.#dynamicCodes());
      else throw new Broken();
    }
  }
}

export interface Inflated {
  readonly octets: Uint8Array<ArrayBuffer>;
  /** Octets read and written, and the tables of each block as if they were a thousand. */
  readonly cost: number;
  /** The input was no deflate stream, or ended early; `octets` is what came before. */
  readonly isBroken: boolean;
}

/**
 * Unpacks raw deflate (RFC 1951), at most about `limit` octets of it, and stops there: browsers and Node have an inflate,
 * but none that stops at once.
 */
export function inflate(input: Uint8Array, limit: number): Inflated {
  const inflater = new Inflater(input, limit);
  let isBroken = false;
  try {
    inflater.run();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    isBroken = true;
  }
  return { octets: inflater.result, cost: inflater.cost, isBroken };
}
