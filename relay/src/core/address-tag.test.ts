import { emailAddressSchema, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { describe, expect, test } from 'vitest';
import { addressTag, addressTags, inboxIdFor, lookUpAddress } from './address-tag.ts';
import { deriveKeys } from './keys.ts';
import type { AddressState, AddressTag, InboxRecord } from './ports.ts';

const old = { kid: 'old', secret: 'the secret that was used before this' };
const present = { kid: 'new', secret: 'the secret that is used from now on' };
const address = emailAddressSchema.parse('anna.k7qp@mayfly.test');
const random = (n: number) => new Uint8Array(n).fill(7);

describe('addressTag', () => {
  test('is 16 characters that tell nothing of the address and always come out the same', () => {
    const keys = deriveKeys([present]);
    const tag = addressTag(keys, address);
    expect(tag).toMatch(/^[a-z0-9]{16}$/);
    expect(addressTag(deriveKeys([present]), address)).toBe(tag);
    expect(addressTag(keys, emailAddressSchema.parse('anna.k7qq@mayfly.test'))).not.toBe(tag);
    expect(addressTag(deriveKeys([old]), address)).not.toBe(tag);
  });

  test('starts the id of the inbox at the address', () => {
    const tag = addressTag(deriveKeys([present]), address);
    const id = inboxIdFor(tag, random);
    expect(id.startsWith(`${tag}-`)).toBe(true);
    expect(inboxIdSchema.safeParse(id).success).toBe(true);
  });
});

describe('lookUpAddress', () => {
  const rotated = deriveKeys([present, old]);
  const [newTag, oldTag] = addressTags(rotated, address);
  const storeWith = (states: [AddressTag | undefined, AddressState][]) => ({
    findAddress: (tag: AddressTag) =>
      Promise.resolve(new Map(states).get(tag) ?? { state: 'unknown' as const }),
  });
  const inbox: InboxRecord = {
    id: inboxIdSchema.parse(`${'a'.repeat(16)}-${'b'.repeat(16)}`),
    address,
    createdAt: 0,
    expiresAt: 1,
    maxExpiresAt: 1,
    publicKey: null,
    accessId: null,
  };
  const living: AddressState = { state: 'living', inbox, usage: { messages: 0, bytes: 0 } };
  const ended: AddressState = { state: 'ended', retryUntil: 1, reservedUntil: 2 };

  test('finds an inbox that was given out under an earlier secret', async () => {
    expect(await lookUpAddress(storeWith([[oldTag, living]]), rotated, address)).toBe(living);
  });

  test('prefers a living inbox to the tombstone under another secret', async () => {
    const store = storeWith([
      [newTag, ended],
      [oldTag, living],
    ]);
    expect(await lookUpAddress(store, rotated, address)).toBe(living);
  });

  test('finds a tombstone under an earlier secret', async () => {
    expect(await lookUpAddress(storeWith([[oldTag, ended]]), rotated, address)).toBe(ended);
  });

  test('knows nothing of an address that was never given out', async () => {
    expect(await lookUpAddress(storeWith([]), rotated, address)).toEqual({ state: 'unknown' });
  });
});
