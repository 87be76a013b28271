import { emailAddressSchema } from '@mayfly/shared/contract/inbox';
import { describe, expect, test } from 'vitest';
import { deriveKeys } from './keys.ts';
import { chosenSuffix, makeRestoreKey, randomSeed, readRestoreKey } from './restore-key.ts';

const keys = deriveKeys([{ kid: 'k1', secret: 'a secret of at least 32 characters' }]);
const others = deriveKeys([{ kid: 'k1', secret: 'another secret of at least 32 characters' }]);
const address = emailAddressSchema.parse('anna.k7qp@mayfly.test');
const seed = randomSeed((n) => new Uint8Array(n).fill(9));
const restoreKey = makeRestoreKey(keys.signing, seed, address);

describe('readRestoreKey', () => {
  test('gives back the address and the seed', () => {
    expect(readRestoreKey(keys, restoreKey)).toEqual({ kid: 'k1', seed, address });
  });

  test('reads a key that was made before the secret changed', () => {
    const rotated = deriveKeys([
      { kid: 'k2', secret: 'a newer secret of at least 32 characters' },
      { kid: 'k1', secret: 'a secret of at least 32 characters' },
    ]);
    expect(readRestoreKey(rotated, restoreKey)?.address).toBe(address);
  });

  test('refuses a key of another relay', () => {
    expect(readRestoreKey(others, restoreKey)).toBeNull();
  });

  test('refuses a key with any octet changed', () => {
    const octets = Buffer.from(restoreKey.slice(5), 'base64url');
    for (let i = 0; i < octets.length; i += 1) {
      const changed = Buffer.from(octets);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(readRestoreKey(keys, `mfr1_${changed.toString('base64url')}`)).toBeNull();
    }
  });

  test('refuses a key with any character changed, added or left out', () => {
    for (let i = 0; i < restoreKey.length; i += 1) {
      const [before, after] = [restoreKey.slice(0, i), restoreKey.slice(i + 1)];
      const others_ = [...'AQgw_-9=+/ \n'].filter((one) => one !== restoreKey[i]);
      const changed = [`${before}${after}`, ...others_.map((one) => `${before}${one}${after}`)];
      const longer = others_.map((one) => `${restoreKey.slice(0, i + 1)}${one}${after}`);
      for (const key of [...changed, ...longer]) {
        if (key !== restoreKey) expect([key, readRestoreKey(keys, key)]).toEqual([key, null]);
      }
    }
  });

  test.each(['', 'mfr1_', 'mfr1_AA', 'mfr1_////', 'mfr2_AAAA', 'x'.repeat(10_000)])(
    'refuses %j',
    (text) => {
      expect(readRestoreKey(keys, text)).toBeNull();
    },
  );

  test('can stand in a URL or a form as it is', () => {
    expect(restoreKey).toMatch(/^[A-Za-z0-9_-]{40,}$/);
  });
});

describe('chosenSuffix', () => {
  const chosen = { localPart: 'anna', domain: 'mayfly.test' };

  test('is the same four characters for the same seed', () => {
    const suffix = chosenSuffix(keys.signing, seed, chosen);
    expect(suffix).toMatch(/^[a-z2-7]{4}$/);
    expect(chosenSuffix(keys.signing, seed, chosen)).toBe(suffix);
  });

  test('is another for another seed, name, domain or relay', () => {
    const suffix = chosenSuffix(keys.signing, seed, chosen);
    const others_ = [
      chosenSuffix(keys.signing, new Uint8Array(16), chosen),
      chosenSuffix(keys.signing, seed, { ...chosen, localPart: 'bert' }),
      chosenSuffix(keys.signing, seed, { ...chosen, domain: 'other.test' }),
      chosenSuffix(others.signing, seed, chosen),
    ];
    expect(others_).not.toContain(suffix);
  });
});
