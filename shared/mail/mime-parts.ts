import { type Header, lineEnd, type PartClaims, readClaims, readHeader } from './mime-header.ts';
import { latin1 } from './octets.ts';

/** A part that holds no others, as its places in the mail. */
export interface Leaf {
  readonly header: Header;
  readonly claims: PartClaims;
  /** Its header is that of a whole mail, not of a part of one. */
  readonly isRoot: boolean;
  /** Before the line end that belongs to the boundary behind it. */
  readonly end: number;
}

/** More parts than this no reader shows. */
const mostParts = 100_000;

const hyphen = 0x2d;
const cr = 0x0d;
const lf = 0x0a;

/** Boundaries that are longer are none (RFC 2046 section 5.1.1 allows 70). */
const longestBoundary = 500;

/** The multiparts that are open, the innermost last, and which of them a boundary belongs to. */
class OpenParts {
  readonly #boundaries: (readonly string[])[] = [];
  readonly #levels = new Map<string, number[]>();

  open(boundaries: readonly string[]): void {
    for (const boundary of boundaries) {
      const levels = this.#levels.get(boundary);
      if (levels === undefined) this.#levels.set(boundary, [this.#boundaries.length]);
      else levels.push(this.#boundaries.length);
    }
    this.#boundaries.push(boundaries);
  }

  levelOf(boundary: string): number | undefined {
    return this.#levels.get(boundary)?.at(-1);
  }

  /** Closes all within this level, and the level itself. */
  close(level: number): void {
    while (this.#boundaries.length > level) {
      for (const boundary of this.#boundaries.pop() ?? []) {
        const levels = this.#levels.get(boundary);
        levels?.pop();
        if (levels?.length === 0) this.#levels.delete(boundary);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#boundaries.length === 0;
  }
}

export interface PartWatcher {
  readonly onLeaf: (leaf: Leaf) => void;
  /** Whether a part that holds others is to be taken as one. */
  readonly isWhole: (claims: PartClaims) => boolean;
}

interface Delimiter {
  readonly level: number;
  readonly isClosing: boolean;
}

const isLineEnd = (octet: number | undefined): boolean => octet === lf || octet === undefined;

const isMultipartType = (type: string): boolean => type.startsWith('multipart/');
const isMessageType = (type: string): boolean => /^message\/(?:rfc822|global|news)$/.test(type);

class Splitter {
  readonly #octets: Uint8Array;
  readonly #watcher: PartWatcher;
  readonly #open = new OpenParts();
  #leaf: Omit<Leaf, 'end'> | null = null;
  #parts = 0;
  isOdd = false;
  readonly headers: (readonly [number, number])[] = [];

  constructor(octets: Uint8Array, watcher: PartWatcher) {
    this.#octets = octets;
    this.#watcher = watcher;
  }

  /** The boundary that this line is. */
  #delimiter(start: number, end: number): Delimiter | null {
    const octets = this.#octets;
    if (octets[start] !== hyphen || octets[start + 1] !== hyphen || this.#open.isEmpty) return null;
    if (end - start > longestBoundary) return null;
    const text = latin1(octets, start + 2, end).trimEnd();
    const level = this.#open.levelOf(text);
    if (level !== undefined) return { level, isClosing: false };
    const closed = text.endsWith('--')
      ? this.#open.levelOf(text.slice(0, -2).trimEnd())
      : undefined;
    return closed === undefined ? null : { level: closed, isClosing: true };
  }

  /** Reads the header of a part and of the mails that begin in it. */
  #enter(start: number, isRoot: boolean): number {
    for (let at = start, root = isRoot; ; root = true) {
      const isOver = (line: number, end: number) => this.#delimiter(line, end) !== null;
      const header = readHeader(this.#octets, at, this.#octets.length, { isOver, lineEnd });
      const claims = readClaims(header.fields);
      if (!header.isOdd) this.headers.push([header.start, header.body]);
      this.#parts += 1;
      const isPlain =
        claims.encodings.every((encoding) => encoding === 'plain') &&
        !this.#watcher.isWhole(claims);
      const isMultipart =
        isPlain && claims.boundaries.length > 0 && claims.types.some(isMultipartType);
      const isMessage = isPlain && !isMultipart && claims.types.some(isMessageType);
      this.#leaf = isMultipart || isMessage ? null : { header, claims, isRoot: root };
      if (isMultipart) this.#open.open(claims.boundaries);
      at = header.body;
      if (!isMessage || isOver(at, this.#endOfLine(at)) || at >= this.#octets.length) return at;
      if (this.#parts > mostParts) return at;
    }
  }

  #endOfLine(start: number): number {
    const end = Math.min(this.#octets.length, start + longestBoundary + 2);
    return lineEnd(this.#octets, start, end);
  }

  #finish(end: number): void {
    if (this.#leaf === null) return;
    this.#watcher.onLeaf({ ...this.#leaf, end: Math.max(end, this.#leaf.header.body) });
    this.#leaf = null;
  }

  /** The next line that begins with two hyphens. */
  #nextLine(from: number): number {
    const octets = this.#octets;
    for (let at = octets.indexOf(hyphen, from); at !== -1; at = octets.indexOf(hyphen, at + 1)) {
      if (isLineEnd(octets[at - 1]) && octets[at + 1] === hyphen) return at;
    }
    return octets.length;
  }

  #beforeLineEnd(at: number): number {
    if (this.#octets[at - 1] !== lf) return at;
    return this.#octets[at - 2] === cr ? at - 2 : at - 1;
  }

  run(): void {
    const { length } = this.#octets;
    let at = this.#enter(0, true);
    while (at < length && this.#parts <= mostParts) {
      const line = this.#nextLine(at);
      if (line >= length) break;
      const end = this.#endOfLine(line);
      const delimiter = this.#delimiter(line, end);
      at = end;
      if (delimiter === null) continue;
      this.#finish(this.#beforeLineEnd(line));
      this.#open.close(delimiter.level + 1);
      if (delimiter.isClosing) this.#open.close(delimiter.level);
      else at = this.#enter(end, false);
    }
    this.#finish(length);
    this.isOdd ||= this.#parts > mostParts;
  }
}

export interface Split {
  /** There are more parts than are looked at. */
  readonly isOdd: boolean;
  /** Headers that every program reads alike, as pairs of places. */
  readonly headers: readonly (readonly [number, number])[];
}

/**
 * Finds the parts of a mail (RFC 2046), those of the mails in it too, in one pass and without recursion: a sender
 * decides how deep they lie.
 */
export function splitParts(octets: Uint8Array, watcher: PartWatcher): Split {
  const splitter = new Splitter(octets, watcher);
  splitter.run();
  return { isOdd: splitter.isOdd, headers: splitter.headers };
}
