import { families, signatures, textSigns } from './attachment-kinds.ts';
import { latin1, standsAt, word16, word32 } from './octets.ts';

/** How much of a file's begin is looked at: an image of a disc says what it is behind 32 KB. */
export const headOctets = 0x9400;
const textOctets = 4096;

/** Names of files that are read as text: such a file may begin with the letters MZ. */
const textEndings = new Set('txt csv tsv md log json xml eml ics vcf asc htm html'.split(' '));

function isPrintable(octets: Uint8Array, end: number): boolean {
  return octets
    .subarray(0, end)
    .every((octet) => octet >= 0x20 || (octet >= 0x09 && octet <= 0x0d));
}

/** Programs of DOS and Windows. */
function isProgram(octets: Uint8Array, ending: string): boolean {
  if (!standsAt(octets, 0, 'MZ') && !standsAt(octets, 0, 'ZM')) return false;
  return !(textEndings.has(ending) && isPrintable(octets, 512));
}

/** The classes of the root entry of a compound file that is an installer: {000C108x-0000-0000-C000-000000000046}. */
function isInstaller(octets: Uint8Array): boolean {
  if (!standsAt(octets, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return false;
  const sector = 1 << Math.min(word16(octets, 30), 16);
  const root = (word32(octets, 48) + 1) * sector;
  const id = root + 80;
  const isInstallers = [0x82, 0x84, 0x86].includes(octets[id] ?? 0) && octets[id + 1] === 0x10;
  return isInstallers && standsAt(octets, id + 2, '\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46');
}

/** The first sector of a disk: its mark, behind a jump. */
function isDisk(octets: Uint8Array): boolean {
  if (octets[510] !== 0x55 || octets[511] !== 0xaa) return false;
  const isJump = (octets[0] === 0xeb && octets[2] === 0x90) || octets[0] === 0xe9;
  return isJump || standsAt(octets, 0, '\x33\xc0') || octets[0] === 0xfa || isEmpty(octets, 440);
}

function isEmpty(octets: Uint8Array, end: number): boolean {
  return octets.subarray(0, end).every((octet) => octet === 0) && octets.length >= 1024;
}

/** The begin of a text in lower case, in whatever form of Unicode; null when it is none. */
function textHead(octets: Uint8Array): string | null {
  const head = octets.subarray(0, textOctets);
  const isWide =
    standsAt(head, 0, '\xff\xfe') ||
    (head.length > 3 && head[1] === 0 && head[3] === 0 && head[0] !== 0);
  const isWideBig = standsAt(head, 0, '\xfe\xff');
  const text = isWide
    ? new TextDecoder('utf-16le').decode(head)
    : isWideBig
      ? new TextDecoder('utf-16be').decode(head)
      : latin1(head);
  const plain = text.replace(/^(?:\ufeff|\xef\xbb\xbf)?\s*/, '').toLowerCase();
  return plain.slice(0, 64).includes('\0') ? null : plain;
}

function* textKinds(octets: Uint8Array): Generator<string> {
  const text = textHead(octets);
  if (text === null) return;
  const isMarkup = text.startsWith('<');
  for (const { kind, starts, holds = [], plain = false } of textSigns) {
    if (plain && isMarkup) continue;
    if (starts !== undefined && !text.startsWith(starts)) continue;
    if (holds.every((sign) => text.includes(sign))) yield kind;
  }
}

export interface SignatureOptions {
  /** The ending of its name. */
  readonly ending: string;
  /** A file that somebody may save, not the text of a mail: texts that are scripts count. */
  readonly isFile: boolean;
}

function* kindsOf(octets: Uint8Array, { ending, isFile }: SignatureOptions): Generator<string> {
  // The text of a mail may begin with any letters.
  if (!isFile && isPrintable(octets, 512)) return;
  if (isProgram(octets, ending)) yield 'exe';
  for (const { kind, at, octets: sign } of signatures) {
    const place = at < 0 ? octets.length + at : at;
    if (standsAt(octets, place, sign)) yield kind;
  }
  if (isInstaller(octets)) yield 'msi';
  if (isDisk(octets)) yield 'img';
  if (isFile) yield* textKinds(octets);
}

/** Whether files of this kind are blocked when they bear that ending: an ending of the same family may be allowed. */
export function isKindBlocked(kind: string, ending: string, blocked: ReadonlySet<string>): boolean {
  if (!blocked.has(kind)) return false;
  return !families.some(
    (family) => family.includes(kind) && family.includes(ending) && !blocked.has(ending),
  );
}

/** The blocked kind that a file is by its octets. */
export function matchSignature(
  octets: Uint8Array,
  options: SignatureOptions,
  blocked: ReadonlySet<string>,
): string | null {
  for (const kind of kindsOf(octets, options)) {
    if (isKindBlocked(kind, options.ending, blocked)) return kind;
  }
  return null;
}
