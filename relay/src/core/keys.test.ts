import { describe, expect, test } from 'vitest';
import { deriveKeys } from './keys.ts';

const secret = 'a secret of at least 32 characters';
const octets = (keys: ReturnType<typeof deriveKeys>) => {
  const { token, restoreKey, tombstone } = keys.signing;
  return [token, restoreKey, tombstone].map((key) => key.export().toString('hex'));
};

describe('deriveKeys', () => {
  test('derives three different keys of 32 octets from one secret', () => {
    const keys = octets(deriveKeys([{ kid: 'k1', secret }]));
    expect(new Set(keys).size).toBe(3);
    expect(keys.map((key) => key.length)).toEqual([64, 64, 64]);
  });

  test('derives the same keys again, and others from another secret', () => {
    const first = octets(deriveKeys([{ kid: 'k1', secret }]));
    expect(octets(deriveKeys([{ kid: 'k9', secret }]))).toEqual(first);
    expect(octets(deriveKeys([{ kid: 'k1', secret: `${secret}!` }]))).not.toEqual(first);
  });

  test('signs with the first secret and finds all of them', () => {
    const keys = deriveKeys([
      { kid: 'new', secret: `${secret} 2` },
      { kid: 'old', secret },
    ]);
    expect(keys.signing.kid).toBe('new');
    expect(keys.all.map(({ kid }) => kid)).toEqual(['new', 'old']);
    expect(keys.find('old')?.kid).toBe('old');
    expect(keys.find('gone')).toBeUndefined();
  });

  test.each([
    ['no secret', []],
    ['a secret of 31 characters', [{ kid: 'k1', secret: 'x'.repeat(31) }]],
    ['a kid with a space', [{ kid: 'k 1', secret }]],
    [
      'the same kid twice',
      [
        { kid: 'k1', secret },
        { kid: 'k1', secret: `${secret} 2` },
      ],
    ],
  ])('refuses %s', (_what, secrets) => {
    expect(() => deriveKeys(secrets)).toThrow(RangeError);
  });
});
