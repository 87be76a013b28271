import { ordinaryWords } from './attachment-kinds.ts';
import { decodePercent, decodeWords } from './encoded-words.ts';

/** Longer names are looked at from both ends: the ending decides, and no system takes so long a name. */
const longest = 1000;

/** Signs that nobody sees, and those that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufe00-\ufe0f\u034f\u115f\u1160\u3164\uffa0]/gu;

/** What a system or a program takes the name for: some read it encoded, cut it at NUL, at a path or at a stream. */
function readings(name: string): Set<string> {
  const bounded =
    name.length <= longest * 2 ? name : `${name.slice(0, longest)}${name.slice(-longest)}`;
  const texts = new Set([bounded, decodeWords(bounded), decodePercent(bounded)]);
  return new Set(
    [...texts]
      .flatMap((text) => [text, ...text.split(/[\0\r\n]/)])
      // Full-width letters and their like are read as plain ones.
      .map((text) => text.replace(unseen, '').normalize('NFKC').toLowerCase())
      .flatMap((text) => text.split(/[\\/:]/).concat(text)),
  );
}

const atEnd = new Set(' \t."\'<>|?*');

/** The pieces between the dots; systems pass over dots and blanks at the end. */
function pieces(name: string): string[] {
  const trimmed = name.trim();
  let end = trimmed.length;
  while (end > 0 && atEnd.has(trimmed.charAt(end - 1))) end -= 1;
  return trimmed
    .slice(0, end)
    .split('.')
    .map((piece) => piece.trim());
}

const classId = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/;

const kindOf = (piece: string): string => (classId.test(piece) ? 'clsid' : piece);

export interface NameMatch {
  readonly kind: string;
  /** Another ending hides it. */
  readonly isDouble: boolean;
}

function matchPieces(all: readonly string[], blocked: ReadonlySet<string>): NameMatch | null {
  const [, ...endings] = all.map(kindOf);
  const last = endings.pop();
  if (last === undefined) return null;
  if (blocked.has(last)) {
    const isDouble = endings.some((piece) => /^[a-z][a-z0-9]{1,4}$/.test(piece));
    return { kind: last, isDouble };
  }
  const kind = endings.find((piece) => blocked.has(piece) && !ordinaryWords.has(piece));
  return kind === undefined ? null : { kind, isDouble: true };
}

/** The blocked ending that a file's name has in any way of reading it. */
export function matchName(name: string, blocked: ReadonlySet<string>): NameMatch | null {
  for (const reading of readings(name)) {
    const match = matchPieces(pieces(reading), blocked);
    if (match !== null) return match;
  }
  return null;
}

/** The last ending, as most programs read it. */
export function endingOf(name: string): string {
  const plain = name.replace(unseen, '').normalize('NFKC').toLowerCase();
  const all = pieces(plain);
  return all.length > 1 ? (all.at(-1) ?? '') : '';
}
