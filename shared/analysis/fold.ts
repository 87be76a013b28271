import { isSpace } from './page.ts';

const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ð: 'd',
  þ: 't',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ة: 'ه',
  ё: 'е',
};

/** Folded codes of what is folded one by one; behind it only spaces, dashes and full-width forms change. */
const table = Uint16Array.from({ length: 0x2100 }, (_, code) => foldCharacter(code).charCodeAt(0));

const PIECE = 4096;

/**
 * Small letters without diacritics, white space and hyphens as a plain space: so that words compare alike. Character by
 * character, so that places in the result are places in the text.
 */
export function fold(text: string): string {
  // Most mails are ASCII, and the engine's own loops are much faster than one in here.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replace(/[\t-\r-]/g, ' ');
  const parts: string[] = [];
  const codes = new Uint16Array(Math.min(text.length, PIECE));
  for (let from = 0; from < text.length; from += PIECE) {
    const length = Math.min(PIECE, text.length - from);
    for (let at = 0; at < length; at += 1) codes[at] = foldCode(text.charCodeAt(from + at));
    parts.push(String.fromCharCode(...codes.subarray(0, length)));
  }
  return parts.join('');
}

function foldCode(code: number): number {
  if (code < table.length) return table[code] ?? code;
  return isSpace(code) || code >= 0xff00 ? foldCharacter(code).charCodeAt(0) : code;
}

function foldCharacter(code: number): string {
  if (isSpace(code) || code === 0x2d || (code >= 0x2010 && code <= 0x2015)) return ' ';
  const char = String.fromCharCode(code);
  // Full-width forms of ASCII.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code < 0x80) return char.toLowerCase();
  if (code >= 0x0900 && code < 0x1e00) return char;
  if (code >= 0x2100) return char;
  const lower = char.toLowerCase();
  const first = lower.normalize('NFD').charAt(0) || char;
  return PLAIN[char] ?? PLAIN[lower] ?? PLAIN[first] ?? first;
}

/** Letters and digits of any script; what a whole word must not be beside. */
export function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a)
    );
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

/** Scripts in which a word has no clear edge, or carries articles and particles: matched anywhere. */
export function isEdgeless(code: number): boolean {
  return (code >= 0x590 && code < 0x1e00 && code !== 0x5be) || (code >= 0x2e80 && code < 0xfe00);
}
