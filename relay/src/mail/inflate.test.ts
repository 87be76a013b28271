import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '@mayfly/shared/mail/inflate';

/** Octets that look random and are the same in every run. */
function noise(length: number, values: number, seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 16) % values;
    }),
  );
}

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

describe('inflate', () => {
  it('gives what Node packed, by every level and strategy, with octets behind it', () => {
    for (let i = 0; i < 200; i += 1) {
      const octets = noise((i * 97) % 9000, [2, 17, 90, 256][i % 4] ?? 1, i);
      const level = [0, 1, 6, 9][(i >> 2) % 4] ?? 6;
      const strategy = [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE][(i >> 4) % 4] ?? 0;
      const packed = Buffer.concat([deflateRawSync(octets, { level, strategy }), noise(9, 256, i)]);
      const { octets: unpacked, isBroken } = inflate(packed, 1e6);
      expect(isBroken).toBe(false);
      expect(Buffer.from(unpacked).equals(octets)).toBe(true);
    }
  });

  it('stops at the limit', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    expect(inflate(bomb, 1000).octets.length).toBeLessThan(1300);
  });

  it('ends on whatever octets it gets', () => {
    const packed = deflateRawSync(noise(5000, 60, 1));
    for (let i = 0; i < 2000; i += 1) {
      const broken = Buffer.from(packed);
      broken[(i * 31) % broken.length] = i % 256;
      expect(inflate(broken.subarray(0, 50 + i), 20_000).octets.length).toBeLessThan(20_300);
    }
  });
});
