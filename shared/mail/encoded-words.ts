import { fromLatin1 } from './octets.ts';

/** The octets of base64, as lenient as the most lenient reader: what is no letter of it is passed over. */
export interface Decoded {
  readonly octets: Uint8Array<ArrayBuffer>;
  /** Nothing but base64 and line ends, `=` only at the end. */
  readonly isPure: boolean;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const other = 255;
const pad = 254;
const blank = 253;

function makeValues(): Uint8Array {
  const values = new Uint8Array(256).fill(other);
  for (const [value, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = value;
  for (const space of ' \t\r\n') values[space.charCodeAt(0)] = blank;
  values['='.charCodeAt(0)] = pad;
  return values;
}
const values = makeValues();

export const isBase64Octet = (octet: number): boolean => (values[octet] ?? other) < 64;

/** At `=` the next group begins anew, as when pieces of base64 stand one behind the other. */
export function decodeBase64(input: Uint8Array, start = 0, end = input.length): Decoded {
  const octets = new Uint8Array(Math.ceil(((end - start) * 3) / 4));
  let size = 0;
  let hold = 0;
  let bits = 0;
  let isPure = true;
  let padded = false;
  for (let at = start; at < end; at += 1) {
    // Whole groups, as all of it is in a mail that nobody tampered with.
    while (bits === 0 && !padded && at + 4 <= end) {
      const a = values[input[at] ?? 0] ?? other;
      const b = values[input[at + 1] ?? 0] ?? other;
      const c = values[input[at + 2] ?? 0] ?? other;
      const d = values[input[at + 3] ?? 0] ?? other;
      if ((a | b | c | d) >= 64) break;
      const group = (a << 18) | (b << 12) | (c << 6) | d;
      octets[size] = group >> 16;
      octets[size + 1] = group >> 8;
      octets[size + 2] = group;
      size += 3;
      at += 4;
    }
    if (at >= end) break;
    const value = values[input[at] ?? 0] ?? other;
    if (value < 64) {
      if (padded) isPure = false;
      hold = ((hold << 6) | value) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        octets[size] = hold >> bits;
        size += 1;
      }
    } else if (value === pad) {
      padded = true;
      bits = 0;
    } else if (value === other) isPure = false;
  }
  return { octets: octets.subarray(0, size), isPure };
}

const hexDigits = '0123456789abcdef';

/** Values of hexadecimal digits; `other` for what is none. */
function makeHexValues(): Uint8Array {
  const found = new Uint8Array(256).fill(other);
  for (const [value, digit] of [...hexDigits].entries()) {
    found[digit.charCodeAt(0)] = value;
    found[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return found;
}
const hexValues = makeHexValues();

/** How long the soft line break is that begins here; 0: none. */
function softBreak(input: Uint8Array, at: number): number {
  if (input[at + 1] === 0x0a) return 2;
  return input[at + 1] === 0x0d && input[at + 2] === 0x0a ? 3 : 0;
}

/** Quoted-printable (RFC 2045 section 6.7), at most `limit` octets of it; what is malformed stays as it stands. */
export function decodeQuotedPrintable(
  input: Uint8Array,
  start = 0,
  end = input.length,
  limit = Infinity,
): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(Math.min(end - start, limit));
  let size = 0;
  for (let at = start; at < end && size < octets.length; at += 1) {
    const octet = input[at] ?? 0;
    let value = octet;
    if (octet === 0x3d) {
      const soft = softBreak(input, at);
      if (soft > 0) {
        at += soft - 1;
        continue;
      }
      const high = hexValues[input[at + 1] ?? 0] ?? other;
      const low = hexValues[input[at + 2] ?? 0] ?? other;
      if (high !== other && low !== other && at + 2 < end) {
        value = high * 16 + low;
        at += 2;
      }
    }
    octets[size] = value;
    size += 1;
  }
  return octets.subarray(0, size);
}

function decodeCharset(octets: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(octets);
  } catch {
    return new TextDecoder().decode(octets);
  }
}

/** A text with its encoded words (RFC 2047) read, those next to each other joined. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const joined = text.replace(/\?=[ \t\r\n]*=\?/g, '?==?');
  return joined.replace(
    /=\?([^?=\s]{1,60})\?([bq])\?([^?]{0,2000})\?=/gi,
    (_word, charset: string, encoding: string, content: string) => {
      const octets = fromLatin1(content);
      const decoded =
        encoding.toLowerCase() === 'b'
          ? decodeBase64(octets).octets
          : decodeQuotedPrintable(fromLatin1(content.replaceAll('_', ' ')));
      return decodeCharset(decoded, charset.replace(/\*.*$/, ''));
    },
  );
}

/** A text with its percent signs read (RFC 2231), in the charset named before it or in UTF-8. */
export function decodePercent(text: string): string {
  const [, charset = 'utf-8', rest = text] = /^([\w-]{0,40})'[^']{0,40}'(.*)$/s.exec(text) ?? [];
  if (!rest.includes('%')) return rest;
  const plain = rest.replace(/%([0-9a-f]{2})/gi, (_sign, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeCharset(fromLatin1(plain), charset === '' ? 'utf-8' : charset);
}
