import { type Budget, spend } from './budget.ts';
import { headOctets } from './file-signature.ts';
import { inflate } from './inflate.ts';
import { latin1, standsAt, utf8, word16, word32 } from './octets.ts';

/** One file in an archive, in every way in which a program may read it. */
export interface Member {
  readonly names: readonly string[];
  readonly isEncrypted: boolean;
  /** The begin of what it holds; more than one when programs may disagree about it. */
  heads(): readonly Uint8Array[];
  /** All that it holds. Only for what is an archive itself. */
  wholes(): readonly Uint8Array[];
}

/** The octets of a name, as UTF-8 and as one octet a character; of a very long one both ends. */
function namesOf(octets: Uint8Array, start: number, length: number): string[] {
  const all = octets.subarray(start, start + length);
  if (all.length > 1024) return [latin1(all, 0, 512), latin1(all, all.length - 512)];
  const name = latin1(all);
  return /^[\x20-\x7e]*$/.test(name) ? [name] : [name, utf8(all)];
}

/** The name in Unicode that some archivers write beside the other (field 0x7075). */
function unicodeNames(octets: Uint8Array, start: number, length: number): string[] {
  const end = Math.min(start + length, octets.length);
  for (let at = start; at + 9 < end; at += 4 + word16(octets, at + 2)) {
    if (word16(octets, at) === 0x7075) return namesOf(octets, at + 9, word16(octets, at + 2) - 5);
  }
  return [];
}

const localSize = 30;
const centralSize = 46;

interface ZipHeader {
  readonly isLocal: boolean;
  readonly names: readonly string[];
  readonly isEncrypted: boolean;
  readonly method: number;
  /** What a local header says of the length; 0 when it comes later. */
  readonly length: number;
  readonly dataAt: number;
}

function zipHeader(octets: Uint8Array, at: number, isLocal: boolean): ZipHeader {
  const shift = isLocal ? 0 : 2;
  const size = isLocal ? localSize : centralSize;
  const nameLength = word16(octets, at + (isLocal ? 26 : 28));
  const extraLength = word16(octets, at + (isLocal ? 28 : 30));
  const extraAt = at + size + nameLength;
  return {
    isLocal,
    names: [
      ...namesOf(octets, at + size, nameLength),
      ...unicodeNames(octets, extraAt, extraLength),
    ],
    isEncrypted: (word16(octets, at + 6 + shift) & 1) === 1,
    method: word16(octets, at + 8 + shift),
    length: word32(octets, at + 18 + shift),
    dataAt: extraAt + extraLength,
  };
}

/**
 * Every header of a file in a zip, wherever it stands. Programs differ in which of them they follow (the directory at
 * the end, the headers before the data, the first or the last directory, with octets before and behind), but all of
 * them need one of these two signatures.
 */
function zipHeaders(octets: Uint8Array, budget: Budget): ZipHeader[] {
  const found: ZipHeader[] = [];
  for (let at = octets.indexOf(0x50); at !== -1; at = octets.indexOf(0x50, at + 1)) {
    const isLocal = standsAt(octets, at, 'PK\x03\x04');
    if (!isLocal && !standsAt(octets, at, 'PK\x01\x02')) continue;
    spend(budget, { members: 1 });
    found.push(zipHeader(octets, at, isLocal));
  }
  return found;
}

function unpack(data: Uint8Array, limit: number, budget: Budget): Uint8Array {
  const { octets, cost } = inflate(data, Math.min(limit, budget.octets + 1));
  spend(budget, { octets: cost });
  return octets;
}

function zipMember(
  octets: Uint8Array,
  header: ZipHeader,
  methods: ReadonlySet<number>,
  budget: Budget,
): Member {
  const data = octets.subarray(header.dataAt);
  const views = (limit: number): Uint8Array[] => {
    if (!header.isLocal) return [];
    const length = header.length > 0 ? header.length : data.length;
    const stored = methods.has(0) ? [data.subarray(0, Math.min(length, limit))] : [];
    return methods.has(8) ? [unpack(data, limit, budget), ...stored] : stored;
  };
  return {
    names: header.names,
    isEncrypted: header.isEncrypted,
    heads: () => views(headOctets),
    wholes: () => views(Infinity),
  };
}

/** The files in whatever zips these octets hold, at their begin or anywhere else. */
export function zipMembers(octets: Uint8Array, budget: Budget): Member[] {
  const headers = zipHeaders(octets, budget);
  const methods = new Map<string, Set<number>>();
  for (const { names, method } of headers) {
    for (const name of names) methods.set(name, (methods.get(name) ?? new Set()).add(method));
  }
  return headers.map((header) => {
    const all = new Set(header.names.flatMap((name) => [...(methods.get(name) ?? [])]));
    return zipMember(octets, header, all, budget);
  });
}

export const isZip = (octets: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', 'PK00PK'].some((sign) => standsAt(octets, 0, sign));

export const isGzip = (octets: Uint8Array): boolean => standsAt(octets, 0, '\x1f\x8b\x08');

/** A NUL-ended piece of a header. */
function endOfText(octets: Uint8Array, start: number): number {
  const end = octets.indexOf(0, start);
  return end === -1 ? octets.length : end + 1;
}

/** The one file of a gzip (RFC 1952), with the name that its header gives it. */
export function gzipMember(octets: Uint8Array, name: string, budget: Budget): Member {
  const flags = octets[3] ?? 0;
  const afterExtra = 10 + ((flags & 4) === 0 ? 0 : 2 + word16(octets, 10));
  const afterName = (flags & 8) === 0 ? afterExtra : endOfText(octets, afterExtra);
  const afterComment = (flags & 16) === 0 ? afterName : endOfText(octets, afterName);
  const data = octets.subarray(afterComment + ((flags & 2) === 0 ? 0 : 2));
  const given =
    afterName > afterExtra ? namesOf(octets, afterExtra, afterName - 1 - afterExtra) : [];
  return {
    names: [name.replace(/\.[^.]*$/, /\.tgz$/i.test(name) ? '.tar' : ''), ...given],
    isEncrypted: false,
    heads: () => [unpack(data, headOctets, budget)],
    wholes: () => [unpack(data, Infinity, budget)],
  };
}

const block = 512;

/** The sum of a header's octets, those of the sum itself taken as blanks. */
function isTarHeader(octets: Uint8Array, at: number): boolean {
  if (at + block > octets.length) return false;
  const stated = Number.parseInt(latin1(octets, at + 148, at + 156).replace(/[\0 ]/g, ''), 8);
  if (!(stated > 0)) return false;
  let sum = 8 * 0x20;
  for (let i = 0; i < block; i += 1) if (i < 148 || i >= 156) sum += octets[at + i] ?? 0;
  return sum === stated;
}

export const isTar = (octets: Uint8Array): boolean => isTarHeader(octets, 0);

function untilNul(octets: Uint8Array, start: number, length: number): string[] {
  const end = octets.subarray(start, start + length).indexOf(0);
  return namesOf(octets, start, end === -1 ? length : end);
}

/** Long names stand in blocks of their own before the file, in the form of GNU or of POSIX. */
function longNames(octets: Uint8Array, at: number): string[] {
  const type = latin1(octets, at + 156, at + 157);
  if (type === 'L') return untilNul(octets, at + block, 2 * block);
  if (type !== 'x' && type !== 'g') return [];
  const records = utf8(octets.subarray(at + block, at + 3 * block));
  return [...records.matchAll(/ path=([^\n]*)\n/g)].map(([, path = '']) => path);
}

/** The files of a tar: every block that is a header, wherever the lengths before it lead. */
export function tarMembers(octets: Uint8Array, budget: Budget): Member[] {
  const members: Member[] = [];
  for (let at = 0; at + block <= octets.length; at += block) {
    if (octets[at] === 0 || !isTarHeader(octets, at)) continue;
    spend(budget, { members: 1 });
    const size = Number.parseInt(latin1(octets, at + 124, at + 136).replace(/[\0 ]/g, ''), 8);
    const data = octets.subarray(at + block, at + block + (size >= 0 ? size : octets.length));
    members.push({
      names: [...untilNul(octets, at, 100), ...longNames(octets, at)],
      isEncrypted: false,
      heads: () => [data.subarray(0, headOctets)],
      wholes: () => [data],
    });
  }
  return members;
}
