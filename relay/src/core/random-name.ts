import type { Random } from './ports.ts';

/** RFC 4648 section 6 in lower case: no character is lost when a mail system changes case. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first `length` characters of the octets in lower-case base32; each stands for five bits. */
export function encodeName(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5) throw new RangeError(`${length} characters need more octets`);
  let name = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && name.length < length) {
      bits -= 5;
      name += alphabet.charAt((held >>> bits) & 31);
    }
  }
  return name;
}

/** A name of `length` random characters of [a-z2-7]. */
export function randomName(random: Random, length: number): string {
  return encodeName(random(Math.ceil((length * 5) / 8)), length);
}
