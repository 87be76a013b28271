import { findHidden, type Hidden } from './find-hidden.ts';
import {
  type Finding,
  type FileClaims,
  isClaimBlocked,
  judgeFile,
  type JudgeOptions,
} from './judge-file.ts';
import { type Leaf, splitParts } from './mime-parts.ts';
import type { PartClaims } from './mime-header.ts';
import { concat } from './octets.ts';
import { decodePart, isFileOf, textLimit } from './part-octets.ts';
import { noteLine, notePart, noteRoot } from './removal-note.ts';

/** What was taken out of a mail, and why. */
export interface Removed extends Finding {
  /** As the mail gives it; null when it gives none. */
  readonly name: string | null;
  readonly type: string;
  /** Octets of the file. */
  readonly size: number;
}

export interface Cleaned {
  /** The mail without what was taken out; the same octets when nothing was. */
  readonly octets: Uint8Array;
  readonly removed: readonly Removed[];
  /**
   * Something blocked stands where no safe cut is known, or there is more than can be looked through. What could be
   * taken out is taken out, but these octets must not be handed out: programs may disagree about their structure.
   */
  readonly isUnsafe: boolean;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly note: Uint8Array;
}

/** More than this is no mail that somebody reads. */
const mostRemoved = 100;

const removedOf = ({ names, types, octets }: FileClaims, finding: Finding): Removed => ({
  ...finding,
  name: names[0] ?? null,
  type: types[0] ?? 'text/plain',
  size: octets.length,
});

type Match = readonly [FileClaims, Finding];

/** Old programs look for uuencoded files in texts, whatever encoding brought these. */
function judgeText(octets: Uint8Array, options: JudgeOptions): Match | null {
  const matches: Match[] = [];
  findHidden(octets, [[0, octets.length]], ({ claims, lines }) => {
    const finding = lines === null || matches.length > 0 ? null : judgeFile(claims, options);
    if (finding !== null) matches.push([claims, finding]);
  });
  return matches[0] ?? null;
}

class Cleaning {
  readonly #octets: Uint8Array;
  readonly #options: JudgeOptions;
  readonly #cuts: Cut[] = [];
  /** Places that were looked through, in their order. */
  readonly #done: (readonly [number, number])[] = [];
  readonly removed: Removed[] = [];
  isUnsafe = false;

  constructor(octets: Uint8Array, options: JudgeOptions) {
    this.#octets = octets;
    this.#options = options;
  }

  #judgeLeaf({ claims, header, end }: Leaf): { match: Match | null; isDone: boolean } {
    const { names, types, encodings } = claims;
    const isFile = isFileOf(claims);
    let isDone = encodings.length === 1;
    for (const encoding of encodings) {
      const place = [header.body, end] as const;
      const { octets, isPure } = decodePart(this.#octets, place, encoding, textLimit(claims));
      isDone &&= isPure;
      const file = { names, types, octets, isFile };
      const finding = judgeFile(file, this.#options);
      if (finding !== null) return { match: [file, finding], isDone };
      const inText = isFile || encoding === 'plain' ? null : judgeText(octets, this.#options);
      if (inText !== null) return { match: inText, isDone };
    }
    return { match: null, isDone };
  }

  readonly #takeLeaf = (leaf: Leaf): void => {
    const { header, end, isRoot } = leaf;
    const { match, isDone } = this.#judgeLeaf(leaf);
    if (match === null) {
      if (isDone) this.#done.push([header.body, end]);
      return;
    }
    const removed = this.#remove(...match);
    const note = isRoot ? noteRoot(this.#octets, header, removed) : notePart(removed);
    this.#cuts.push({ start: header.start, end, note });
    this.#done.push([header.start, end]);
  };

  /** A mail in the mail whose own name or type is blocked is taken out with all that is in it. */
  readonly #isWhole = ({ names, types }: PartClaims): boolean =>
    isClaimBlocked({ names, types, isFile: true }, this.#options);

  /** Looks through it in the order of its parts, and then through everything that was none. */
  run(): void {
    const watcher = { onLeaf: this.#takeLeaf, isWhole: this.#isWhole };
    const { isOdd, headers } = splitParts(this.#octets, watcher);
    this.isUnsafe ||= isOdd;
    this.#sweep(headers);
  }

  #remove(claims: FileClaims, finding: Finding): Removed {
    const removed = removedOf(claims, finding);
    if (this.removed.length < mostRemoved) this.removed.push(removed);
    else this.isUnsafe = true;
    return removed;
  }

  readonly #takeHidden = ({ claims, lines }: Hidden): void => {
    if (this.isUnsafe && this.removed.length >= mostRemoved) return;
    const finding = judgeFile(claims, this.#options);
    if (finding === null) return;
    const removed = this.#remove(claims, finding);
    if (lines === null) this.isUnsafe = true;
    else this.#cuts.push({ start: lines[0], end: lines[1], note: noteLine(removed) });
  };

  /** Texts, what stands around parts, headers that are odd. */
  #sweep(headers: readonly (readonly [number, number])[]): void {
    const done = [...this.#done, ...headers].toSorted(([a], [b]) => a - b);
    const places: [number, number][] = [];
    let at = 0;
    for (const [start, end] of done) {
      if (start > at) places.push([at, start]);
      at = Math.max(at, end);
    }
    places.push([at, this.#octets.length]);
    findHidden(this.#octets, places, this.#takeHidden);
  }

  result(): Cleaned {
    const { removed, isUnsafe } = this;
    if (this.#cuts.length === 0) return { octets: this.#octets, removed, isUnsafe };
    const pieces: Uint8Array[] = [];
    let at = 0;
    for (const { start, end, note } of this.#cuts.toSorted((a, b) => a.start - b.start)) {
      pieces.push(this.#octets.subarray(at, start), note);
      at = end;
    }
    pieces.push(this.#octets.subarray(at));
    return { octets: concat(pieces), removed, isUnsafe };
  }
}

/** Takes blocked files out of a mail and leaves a note in the place of each; all else stays octet for octet. */
export function cleanMessage(octets: Uint8Array, options: JudgeOptions): Cleaned {
  const cleaning = new Cleaning(octets, options);
  cleaning.run();
  return cleaning.result();
}
