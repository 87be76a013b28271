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
      operatorNames: new Set(['ops', '0a0a0a0a']),
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

  test.each(['admin', 'Host-Master', 'ops', 'postmaster', 'ssl.admin', 'mailer-daemon'])(
    'does not give out %s, not even with an ending',
    async (localPart) => {
      const { deps, created } = createWorld();
      const refused = { ok: false, code: 'address-reserved' };
      expect(await createInbox(deps, { localPart }, null)).toEqual(refused);
      expect(created).toEqual([]);
    },
  );

  test('draws again when chance makes a name that is kept back', async () => {
    const { deps, created } = createWorld();
    let drawn = 9;
    // The tenth draw, of a name, is 0a0a0a0a, at which mail goes to the operator.
    const random = (n: number) => new Uint8Array(n).fill(n === 4 ? (drawn += 1) : 1);
    expect((await createInbox({ ...deps, random }, {}, null)).ok).toBe(true);
    expect([drawn, created[0]?.address]).toEqual([11, '0b0b0b0b@mayfly.test']);
  });

  test('takes another ending when the name with it is one that is kept back', async () => {
    const { deps, created } = createWorld();
    const first = await createInbox(deps, { localPart: 'anna' }, null);
    const endings = created.map(({ address }) => address.slice(0, address.indexOf('@')));
    expect([first.ok, endings]).toEqual([true, [expect.stringMatching(/^anna\.[a-z2-7]{4}$/)]]);
    const kept = { ...deps, operatorNames: new Set(endings) };
    const { deps: again, created: next } = createWorld();
    expect(
      (
        await createInbox(
          { ...kept, random: again.random, store: again.store },
          { localPart: 'anna' },
          null,
        )
      ).ok,
    ).toBe(true);
    expect(next).toHaveLength(1);
    expect(endings).not.toContain(next[0]?.address.split('@')[0]);
  });
});
