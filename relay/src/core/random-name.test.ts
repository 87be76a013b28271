import { describe, expect, test } from 'vitest';
import { encodeName, randomName } from './random-name.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('encodeName', () => {
  // RFC 4648 section 10, in lower case and without padding
  test.each([
    ['f', 'my', 1],
    ['fooba', 'mzxw6ytb', 8],
    ['foobar', 'mzxw6ytboi', 10],
  ])('encodes %j as RFC 4648 has it', (plain, encoded, length) => {
    const whole = Math.floor((text(plain).length * 8) / 5);
    expect(encodeName(text(plain), whole)).toBe(encoded.slice(0, whole));
    expect(whole).toBeGreaterThanOrEqual(length - 1);
  });

  test('refuses to make more characters than the octets have bits for', () => {
    expect(() => encodeName(text('f'), 2)).toThrow(RangeError);
  });
});

describe('randomName', () => {
  test('asks for just as many octets as the name needs', () => {
    const asked: number[] = [];
    const random = (n: number) => {
      asked.push(n);
      return new Uint8Array(n).fill(255);
    };
    expect(randomName(random, 16)).toBe('7'.repeat(16));
    expect(asked).toEqual([10]);
  });
});
