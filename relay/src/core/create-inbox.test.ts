import { describe, expect, test } from 'vitest';
import { addressTags } from './address-tag.ts';
import { createInbox } from './create-inbox.ts';
import { deriveKeys } from './keys.ts';
import type { AddressState, AddressTag, InboxRecord } from './ports.ts';
import { readRestoreKey } from './restore-key.ts';

const keys = deriveKeys([
  { kid: 'new', secret: 'the secret that is used from now on' },
  { kid: 'old', secret: 'the secret that was used before this' },
]);
const now = 1_800_000_000_700;

function createWorld(
  findAddress: (tag: AddressTag) => AddressState = () => ({ state: 'unknown' }),
) {
  const created: InboxRecord[] = [];
  let drawn = 0;
  return {
    created,
    deps: {
      keys,
      clock: () => now,
      // Each draw differs from the last, so that every attempt has another name.
      random: (n: number) => new Uint8Array(n).fill((drawn += 1)),
      domains: ['mayfly.test'] as const,
      addressStyle: 'uuid' as const,
      limits: { ttlMinutes: 60, maxLifeMinutes: 1440 },
      events: { inboxCreated: () => {} },
      store: {
        findAddress: (tag: AddressTag) => Promise.resolve(findAddress(tag)),
        createInbox: (inbox: InboxRecord) => {
          created.push(inbox);
          return Promise.resolve({ ok: true } as const);
        },
      },
    },
  };
}

describe('createInbox', () => {
  test('ends on a whole second, so that tokens can end with it', async () => {
    const { deps, created } = createWorld();
    await createInbox(deps, {}, null);
    expect(created[0]).toMatchObject({
      createdAt: now,
      expiresAt: 1_800_003_600_000,
      maxExpiresAt: 1_800_086_400_000,
    });
  });

  test('keeps the inbox under the tag of the present secret', async () => {
    const { deps, created } = createWorld();
    const outcome = await createInbox(deps, {}, 'access');
    const [inbox] = created;
    if (inbox === undefined || !outcome.ok) throw new Error('not created');
    expect(inbox.id.slice(0, 16)).toBe(addressTags(keys, inbox.address)[0]);
    expect(inbox.accessId).toBe('access');
    expect(readRestoreKey(keys, outcome.created.restoreKey)?.address).toBe(inbox.address);
  });

  test('does not give out again what was given out under an earlier secret', async () => {
    const seen = new Set<AddressTag>();
    let refusals = 2;
    const { deps, created } = createWorld((tag) => {
      seen.add(tag);
      const isOld = seen.size % 2 === 0;
      if (!isOld || refusals === 0) return { state: 'unknown' };
      refusals -= 1;
      return { state: 'ended', retryUntil: now - 1, reservedUntil: now + 1 };
    });
    expect((await createInbox(deps, {}, null)).ok).toBe(true);
    expect([refusals, created.length, seen.size]).toEqual([0, 1, 6]);
  });

  test('gives an address out again when its time in reserve is over', async () => {
    const { deps } = createWorld(() => ({ state: 'ended', retryUntil: 0, reservedUntil: now }));
    expect((await createInbox(deps, {}, null)).ok).toBe(true);
  });
});
