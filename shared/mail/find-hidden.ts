import { decodeBase64, isBase64Octet } from './encoded-words.ts';
import { anyLineEnd, contentName, lineEnd, readClaims, readHeader } from './mime-header.ts';
import { latin1 } from './octets.ts';
import { decodePart, isFileOf } from './part-octets.ts';
import type { FileClaims } from './judge-file.ts';

/** A file that some program may find in a mail, whatever the mail's structure says. */
export interface Hidden {
  readonly claims: FileClaims;
  /** Lines that can be taken out alone: a uuencoded file in a text. Null: no safe cut is known. */
  readonly lines: readonly [number, number] | null;
}

const lf = 0x0a;
const cr = 0x0d;
const hyphen = 0x2d;

/** Lines of base64 are at least this long, but for the last. */
const runLine = 20;
/** So much of a uuencoded file is looked at. */
const uuOctets = 4_000_000;

/** The octets of a uuencoded line without its length; null when it is none. */
function uuLine(line: string): number[] | null {
  const length = (line.charCodeAt(0) - 32) & 63;
  const content = line.slice(1);
  if (line === '' || content.length < Math.ceil((length * 4) / 3) || content.length > 90)
    return null;
  const octets: number[] = [];
  for (let at = 0; octets.length < length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((i) => {
      const code = content.charCodeAt(at + i);
      return Number.isNaN(code) ? 0 : (code - 32) & 63;
    });
    octets.push((a << 2) | (b >> 4), ((b << 4) | (c >> 2)) & 255, ((c << 6) | d) & 255);
  }
  return octets.slice(0, length);
}

class Finder {
  readonly #octets: Uint8Array;
  readonly #found: (hidden: Hidden) => void;
  /** Where a run of base64 lines begins; -1 outside of one. */
  #run = -1;
  #runEnd = -1;
  /** A header in the middle of something, and where its body begins. */
  #claims: ReturnType<typeof readClaims> | null = null;
  #body = 0;
  /** Line ends to come, kept so that each is looked for once. */
  #nextLf = -1;
  #nextCr = -1;

  constructor(octets: Uint8Array, found: (hidden: Hidden) => void) {
    this.#octets = octets;
    this.#found = found;
  }

  #endRun(): void {
    if (this.#run >= 0 && this.#runEnd - this.#run >= runLine) {
      const { octets } = decodeBase64(this.#octets, this.#run, this.#runEnd);
      this.#found({ claims: { names: [], types: [], octets, isFile: false }, lines: null });
    }
    this.#run = -1;
  }

  #endBody(at: number): void {
    const claims = this.#claims;
    this.#claims = null;
    if (claims === null) return;
    for (const encoding of claims.encodings) {
      const { octets } = decodePart(this.#octets, [this.#body, at], encoding);
      const { names, types } = claims;
      this.#found({ claims: { names, types, octets, isFile: isFileOf(claims) }, lines: null });
    }
  }

  #isBase64(start: number, end: number): boolean {
    if (this.#run < 0 && end - start < runLine) return false;
    let last = end;
    while (last > start && this.#octets[last - 1] === 0x3d) last -= 1;
    for (let at = start; at < last; at += 1)
      if (!isBase64Octet(this.#octets[at] ?? 0)) return false;
    return last > start;
  }

  /** A uuencoded file that begins here; returns where it ends. */
  #uuencoded(start: number, name: string, end: number): number {
    const octets: number[] = [];
    let at = lineEnd(this.#octets, start, end);
    let isReal = false;
    while (at < end) {
      const next = lineEnd(this.#octets, at, end);
      const line = latin1(this.#octets, at, Math.min(next, at + 100)).replace(/\r?\n$/, '');
      const decoded = line === 'end' ? null : uuLine(line);
      if (line === 'end') at = next;
      if (decoded === null) break;
      isReal = true;
      if (octets.length < uuOctets) octets.push(...decoded);
      at = next;
    }
    if (!isReal) return start;
    const claims = { names: [name], types: [], octets: Uint8Array.from(octets), isFile: true };
    this.#found({ claims, lines: [start, at] });
    return at;
  }

  /** Forms of the time before MIME: uuencode, yEnc, BinHex. Returns where to go on, or the line itself. */
  #oldForm(start: number, stop: number, end: number): number {
    const first = this.#octets[start];
    if (first !== 0x62 && first !== 0x3d && first !== 0x28) return start;
    const line = latin1(this.#octets, start, Math.min(stop, start + 500)).trimEnd();
    const [, isBase64, name] = /^begin(-base64)? +[0-7]{3,4} +(\S.*)$/.exec(line) ?? [];
    if (name !== undefined && isBase64 === undefined) return this.#uuencoded(start, name, end);
    const [, yName] = /^=ybegin .*?name=(.+)$/.exec(line) ?? [];
    const isBinHex = line.startsWith('(This file must be converted with BinHex');
    const old = name ?? yName ?? (isBinHex ? 'binhex' : undefined);
    if (old === undefined) return start;
    const types = isBinHex ? ['application/mac-binhex40'] : [];
    const octets = new Uint8Array();
    this.#found({ claims: { names: [old], types, octets, isFile: true }, lines: null });
    return start;
  }

  /** Returns where the next line begins. */
  #line(start: number, stop: number, end: number): number {
    const octets = this.#octets;
    if (this.#isBase64(start, stop)) {
      if (this.#run < 0) this.#run = start;
      this.#runEnd = stop;
    } else if (stop > start) this.#endRun();
    if (octets[start] === hyphen && octets[start + 1] === hyphen) this.#endBody(start);
    if (contentName(octets, start, stop) !== undefined) {
      this.#endBody(start);
      const isOver = (at: number) => octets[at] === hyphen && octets[at + 1] === hyphen;
      const header = readHeader(octets, start, end, { isOver, lineEnd: anyLineEnd });
      this.#claims = readClaims(header.fields);
      this.#body = header.body;
      return Math.max(header.body, stop);
    }
    const after = this.#oldForm(start, stop, end);
    return after > start ? after : stop;
  }

  #next(octet: number, from: number): number {
    const found = this.#octets.indexOf(octet, from);
    return found === -1 ? this.#octets.length : found;
  }

  sweep(start: number, end: number): void {
    for (let at = start; at < end;) {
      if (this.#nextLf < at) this.#nextLf = this.#next(lf, at);
      if (this.#nextCr < at) this.#nextCr = this.#next(cr, at);
      const stop = Math.min(this.#nextLf, this.#nextCr, end);
      const after = this.#line(at, stop, end);
      at = after > stop ? after : stop + 1;
    }
    this.#endRun();
    this.#endBody(end);
  }
}

/**
 * Goes through these places of a mail line by line and hands on whatever a program could take for a file: headers in the
 * middle of a text, runs of base64, uuencoded files. It knows no boundaries, so no trick with them hides anything.
 */
export function findHidden(
  octets: Uint8Array,
  places: readonly (readonly [number, number])[],
  found: (hidden: Hidden) => void,
): void {
  const finder = new Finder(octets, found);
  for (const [start, end] of places) finder.sweep(start, end);
}
