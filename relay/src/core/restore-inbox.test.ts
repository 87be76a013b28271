import { emailAddressSchema } from '@mayfly/shared/contract/inbox';
import { describe, expect, test } from 'vitest';
import { addressTags } from './address-tag.ts';
import { deriveKeys, type Keys } from './keys.ts';
import type { AddressState, AddressTag, InboxRecord } from './ports.ts';
import { restoreInbox } from './restore-inbox.ts';
import { makeRestoreKey, readRestoreKey } from './restore-key.ts';

const older = { kid: 'old', secret: 'the secret that was used before this' };
const newer = { kid: 'new', secret: 'the secret that is used from now on' };
const rotated = deriveKeys([newer, older]);
const now = 1_800_000_000_000;
const seed = new Uint8Array(16).fill(7);

function keyFor(address: string, keys: Keys): string {
  return makeRestoreKey(keys.signing, seed, emailAddressSchema.parse(address));
}

function createWorld(
  findAddress: (tag: AddressTag) => AddressState = () => ({ state: 'unknown' }),
) {
  const created: InboxRecord[] = [];
  const ways: ({ reopen: boolean } | undefined)[] = [];
  const deps = {
    keys: rotated,
    clock: () => now,
    random: (n: number) => new Uint8Array(n).fill(3),
    domains: ['mayfly.test'] as const,
    addressStyle: 'uuid' as const,
    operatorNames: new Set(['ops']),
    limits: { ttlMinutes: 60, maxLifeMinutes: 1440 },
    events: { inboxReopened: () => {} },
    store: {
      findAddress: (tag: AddressTag) => Promise.resolve(findAddress(tag)),
      createInbox: (inbox: InboxRecord, options?: { reopen: boolean }) => {
        created.push(inbox);
        ways.push(options);
        return Promise.resolve({ ok: true } as const);
      },
    },
  };
  return { deps, created, ways };
}

const oldKey = keyFor('anna.k7qp@mayfly.test', deriveKeys([older]));

describe('restoreInbox', () => {
  test('takes a key of an earlier secret, and gives one that outlives that secret', async () => {
    const { deps, created, ways } = createWorld();
    const outcome = await restoreInbox(deps, { restoreKey: oldKey }, 'access');
    if (!outcome.ok) throw new Error(outcome.code);
    const [inbox] = created;
    const [tag] = addressTags(rotated, outcome.restored.address);
    expect([inbox?.id.slice(0, 16), inbox?.accessId, ways]).toEqual([
      ...[tag, 'access', [{ reopen: true }]],
    ]);
    const read = readRestoreKey(deriveKeys([newer]), outcome.restored.restoreKey);
    expect(read).toEqual({ kid: 'new', seed, address: 'anna.k7qp@mayfly.test' });
  });

  test('finds an inbox that lives under an earlier secret, and leaves it', async () => {
    const address = emailAddressSchema.parse('anna.k7qp@mayfly.test');
    const [, tag] = addressTags(rotated, address);
    const { deps: of } = createWorld();
    await restoreInbox(of, { restoreKey: oldKey }, null);
    const { created: elsewhere, deps: other } = createWorld();
    await restoreInbox(other, { restoreKey: oldKey }, null);
    const [inbox] = elsewhere;
    if (inbox === undefined) throw new Error('There is no inbox');
    const usage = { messages: 0, bytes: 0 };
    const { deps, created } = createWorld((asked) =>
      asked === tag ? { state: 'living', inbox, usage } : { state: 'unknown' },
    );
    const outcome = await restoreInbox(
      deps,
      { restoreKey: oldKey, publicKey: 'k'.repeat(43) },
      null,
    );
    expect(outcome).toMatchObject({
      ...{ ok: true, restored: { id: inbox.id, scope: 'read', restoreKey: oldKey } },
    });
    expect(created).toEqual([]);
  });

  test.each([
    ['anna@elsewhere.example', 'domain-unknown'],
    ['ops@mayfly.test', 'address-reserved'],
    ['ssl.admin@mayfly.test', 'address-reserved'],
  ])('does not open %s: %s', async (address, code) => {
    const { deps, created } = createWorld();
    const restoreKey = keyFor(address, rotated);
    expect(await restoreInbox(deps, { restoreKey }, null)).toEqual({ ok: false, code });
    expect(created).toEqual([]);
  });
});
