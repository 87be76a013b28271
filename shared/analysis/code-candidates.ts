import { isEdgeless, isWordCode } from './fold.ts';

/** A run of characters that could be a code. */
export interface CodeShape {
  /** As shown; white space between single characters is left out. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly form: 'digits' | 'digit-groups' | 'mixed' | 'letters' | 'groups' | 'words';
  /** Characters without dashes and spaces. */
  readonly length: number;
}

const MAX_SHAPES = 600;
const NATIVE_DIGITS = '\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19';
const TOKEN = new RegExp(
  `[${NATIVE_DIGITS}]{4,10}|[A-Za-z0-9]{1,40}(?:[-\u2010-\u2013][A-Za-z0-9]{1,40})*`,
  'y',
);
/** What stands in every run but plain words: a digit, a capital behind a letter, a dash between two. */
const NOT_PLAIN = new RegExp(
  `[0-9]|[A-Z](?<=[A-Za-z].)|[-\u2010-\u2013](?<=[A-Za-z].)(?=[A-Za-z])|[${NATIVE_DIGITS}]{4}`,
  'g',
);
/** Before a digit or behind it. The digit is looked for first, because it is rare. */
const BESIDE_CAPITAL = /[0-9](?:(?<=[A-Z].)|(?=[A-Z]))/;
/** At the end of a sentence too. */
const ALL_DIGITS = new RegExp(`^[\\d${NATIVE_DIGITS}]+$`);
/** Scripts without spaces write right beside it. */
const GROUPED =
  /(?<![\dA-Za-z.,/+\-_@&#*$€£•])\d{2,4}(?: \d{2,4}){1,3}(?=[.,;:!?)]{0,2}(?:\s|$|[^\0-\x7f]))/g;
/** `B4 77 Q9`: letters and digits in groups of one length. */
const SPACED = /(?<!\S)[0-9A-Z]{2,4}(?: [0-9A-Z]{2,4}){1,3}(?=[.,;:!?)。]{0,2}(?:\s|$))/g;
const BOXES = /(?<!\S)[0-9A-Z](?:[ \n][0-9A-Z]){3,9}(?!\S)/g;

/** Every run of a text that has the shape of a code; `skip` are stretches of urls and addresses. */
export function findShapes(
  text: string,
  skip: readonly { start: number; end: number }[],
): CodeShape[] {
  const shapes: CodeShape[] = [];
  const add = (shape: CodeShape | null): void => {
    if (shape && shapes.length < MAX_SHAPES && !touches(skip, shape)) shapes.push(shape);
  };
  for (const { index, 0: run } of text.matchAll(BOXES)) add(boxed(run, index));
  for (const { index, 0: run } of text.matchAll(GROUPED))
    if (!goesOn(text, index + run.length)) add(grouped(run, index));
  for (const { index, 0: run } of BESIDE_CAPITAL.test(text) ? text.matchAll(SPACED) : [])
    if (!goesOn(text, index + run.length)) add(spaced(run, index));
  forEachToken(text, (run, index) => add(token(text, run, index)));
  return shapes;
}

/** Every run of letters and digits but plain words, which most runs are: small letters behind the first. */
function forEachToken(text: string, see: (run: string, index: number) => void): void {
  let at = 0;
  for (;;) {
    NOT_PLAIN.lastIndex = at;
    const found = NOT_PLAIN.exec(text);
    if (!found) return;
    let start = found.index;
    while (start > at && isInRun(text, start - 1)) start -= 1;
    // Long runs come in pieces: all up to what was found, so that no character is looked at twice.
    for (at = start; at <= found.index;) {
      TOKEN.lastIndex = at;
      const run = TOKEN.exec(text)?.[0];
      if (run !== undefined) see(run, at);
      at += run?.length ?? 1;
    }
  }
}

/** A letter, a digit, or a dash between two of them. */
function isInRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isAlphanumeric(code) || (isDash(code) && isAlphanumeric(text.charCodeAt(at - 1)));
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2013);
}

/** More digits behind it: a part of a telephone number or of an account. */
function goesOn(text: string, end: number): boolean {
  return /^ \d/.test(text.slice(end, end + 2));
}

function touches(
  stretches: readonly { start: number; end: number }[],
  { start, end }: CodeShape,
): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? Infinity) < end;
}

/** `1 2 3 4 5 6`: one box a character. */
function boxed(run: string, start: number): CodeShape | null {
  const value = run.replace(/\s/g, '');
  const form = /^\d+$/.test(value) ? 'digits' : 'mixed';
  if (value.length < 4 || value.length > 8 || !/\d/.test(value)) return null;
  return { value, start, end: start + run.length, form, length: value.length };
}

/** `123 456`: groups of one length, or two that differ by one. */
function grouped(run: string, start: number): CodeShape | null {
  const groups = run.split(' ');
  const length = run.length - groups.length + 1;
  const [first = '', second = ''] = groups;
  const alike =
    groups.length === 2
      ? Math.abs(first.length - second.length) <= 1
      : groups.every((group) => group.length === first.length);
  if (length > 9 || length < 6 || !alike) return null;
  return { value: run, start, end: start + run.length, form: 'digit-groups', length };
}

function spaced(run: string, start: number): CodeShape | null {
  const groups = run.split(' ');
  const length = run.length - groups.length + 1;
  const mixed = groups.filter((group) => /\d/.test(group) && /[A-Z]/.test(group));
  if (length > 12 || length < 6 || mixed.length === 0) return null;
  if (groups.some((group) => group.length !== groups[0]?.length)) return null;
  return { value: run, start, end: start + run.length, form: 'groups', length };
}

function token(text: string, run: string, start: number): CodeShape | null {
  const end = start + run.length;
  if (!standsAlone(text, start, end)) return null;
  if (ALL_DIGITS.test(run)) {
    if (run.length <= 5 && besideDigits(text, start, end)) return null;
    return run.length >= 4 && run.length <= 10
      ? { value: run, start, end, form: 'digits', length: run.length }
      : null;
  }
  const groups = run.split(/[-\u2010-\u2013]/);
  return groups.length > 1 ? dashed(run, groups, start) : plain(run, start);
}

/** `831 4402 1177`: a part of a longer number, such as a telephone's. */
function besideDigits(text: string, start: number, end: number): boolean {
  const before = text[start - 1] === ' ' && isDigit(text.charCodeAt(start - 2));
  return before || (text[end] === ' ' && isDigit(text.charCodeAt(end + 1)));
}

function plain(run: string, start: number): CodeShape | null {
  const digits = run.replace(/\D/g, '').length;
  const shape = { value: run, start, end: start + run.length, length: run.length };
  if (run.length < 4 || run.length > 14) return null;
  if (digits > 0) return isMeasure(run) ? null : { ...shape, form: 'mixed' };
  return run === run.toUpperCase() && run.length <= 10 ? { ...shape, form: 'letters' } : null;
}

/** `10px`, `24h`, `2nd`, `1080p`, `v2`, `mp3`: a number with its unit. */
function isMeasure(run: string): boolean {
  return /^(?:\d+[a-z]{1,3}|[a-z]{1,3}\d{1,2}|v\d+)$/.test(run);
}

function dashed(run: string, groups: readonly string[], start: number): CodeShape | null {
  const length = groups.reduce((sum, group) => sum + group.length, 0);
  const shape = { value: run, start, end: start + run.length, length };
  if (groups.length > 6 || length < 4 || length > 32 || groups.some((group) => group.length > 10))
    return null;
  if (/^[\d-]+$/.test(run)) {
    const even =
      groups.every((group) => group.length === groups[0]?.length) && length >= 6 && length <= 9;
    return even ? { ...shape, form: 'digit-groups' } : null;
  }
  if (isUuid(groups)) return null;
  if (/\d/.test(run)) return /^[a-z]+-\d{1,3}$/i.test(run) ? null : { ...shape, form: 'groups' };
  if (run === run.toUpperCase())
    return groups.every((group) => group.length >= 2) ? { ...shape, form: 'groups' } : null;
  return groups.length >= 2 && run === run.toLowerCase() ? { ...shape, form: 'words' } : null;
}

function isUuid(groups: readonly string[]): boolean {
  return groups.length === 5 && groups.map((group) => group.length).join() === '8,4,4,4,12';
}

/** Not a part of a date, a time, a price, a version, a file, a longer word, an address. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isWordCode(before) && !isEdgeless(before)) return false;
  if (isWordCode(after) && !isEdgeless(after)) return false;
  const wordAfter = isWordCode(text.charCodeAt(end + 1));
  const digitBefore = isDigit(text.charCodeAt(start - 2));
  // '.', ',', ':', '/', '@', '_', '\'' with something behind or before: 12.345, 14:05, 3/4, a@b, x.y
  if (isJoint(after) && wordAfter) return false;
  if ((before === 0x2e || before === 0x2c || before === 0x3a) && digitBefore) return false;
  if (before === 0x2f || before === 0x40 || before === 0x5f || before === 0x5c || before === 0x26)
    return false;
  return !isMoney(before) && !isMoney(after) && after !== 0x25 && before !== 0x2b;
}

function isJoint(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x2f ||
    code === 0x40 ||
    code === 0x5f ||
    code === 0x3d ||
    code === 0x26
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isMoney(code: number): boolean {
  return code === 0x24 || code === 0xa3 || code === 0xa5 || (code >= 0x20a0 && code <= 0x20cf);
}
