import { describe, expect, it } from 'vitest';
import { FakeRelay } from '../../test/fake-relay.ts';
import { createStorage, inboxOf, minute, relayUrl, start } from '../../test/storage-fixture.ts';
import { toFile } from '@mayfly/shared/keeping/export-file';
import { importFile } from '../keeping/import-file.ts';
import type { OwnInbox } from '../storage/model.ts';
import { createContact } from './contact.ts';
import type { TabFacts } from './fresh-address.ts';
import { relayClients } from './relay-clients.ts';
import { reopenInbox } from './reopen-inbox.ts';

const past = inboxOf({ ended: true, expiresAt: start - 30_000 * minute, tabId: 3 });
const tabAt = (url: string): TabFacts => ({ id: 7, url, incognito: false, windowId: 1, index: 3 });

async function startReopening(
  inboxes: readonly OwnInbox[] = [past],
  tab = tabAt('https://www.example.com/forgot'),
) {
  const relay = new FakeRelay();
  relay.restorable.set(past.restoreKey, past.address);
  const storage = createStorage();
  const { secrets } = storage;
  for (const inbox of inboxes) await secrets.edit(inbox.isPrivate, (mail) => mail.putInbox(inbox));
  let told = 0;
  const deps = {
    storage,
    contact: createContact({
      relay: storage.relay,
      mayReach: async () => true,
      now: () => start,
      random: () => 1,
    }),
    clientFor: relayClients(relay.fetch),
    readTab: async () => tab,
    siteOf: async (url: string | undefined) =>
      url === undefined ? null : new URL(url).hostname.replace('www.', ''),
    now: () => start,
    onInboxes: async () => void (told += 1),
  };
  const reopen = (tabId: number | null = 7) => reopenInbox(deps, past.id, tabId);
  return { relay, storage, secrets, deps, reopen, told: () => told };
}

describe('a past address', () => {
  it('comes back hot and for its site, in the place of the old entry', async () => {
    const { relay, secrets, reopen, told } = await startReopening();
    const reply = await reopen();
    expect(reply).toMatchObject({ ok: true, address: past.address, found: 'reopened' });
    const inboxes = await secrets.listInboxes();
    expect(inboxes).toMatchObject([
      {
        ...{ address: past.address, relayUrl, site: 'example.com', restoreKey: past.restoreKey },
        ...{ token: 'token-1', hotUntil: start + 10 * minute, cursor: null, ended: false },
        ...{ tabId: 7, isPrivate: false },
      },
    ]);
    expect(inboxes[0]?.id).not.toBe(past.id);
    expect(inboxes[0]?.readOnly).toBeUndefined();
    // Its mail is sealed to a key of its own.
    expect(inboxes[0]?.privateKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(relay.inboxes[0]?.publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(told()).toBe(1);
  });

  it('takes other entries of the same address with it, and leaves the rest', async () => {
    const older = inboxOf({ id: 'older', ended: true });
    const other = inboxOf({ id: 'other', address: 'otto@mayfly.test', ended: true });
    const { secrets, reopen } = await startReopening([past, older, other]);
    await reopen();
    const addresses = (await secrets.listInboxes()).map(({ address }) => address);
    expect(addresses.toSorted()).toEqual([past.address, 'otto@mayfly.test']);
  });

  it.each([null, 7])('is tied to no tab that shows another site (tab %s)', async (tabId) => {
    const { secrets, reopen } = await startReopening([past], tabAt('https://news.test/'));
    await reopen(tabId);
    expect(await secrets.listInboxes()).toMatchObject([{ site: 'example.com', tabId: null }]);
  });

  it('of a private window comes back in memory alone', async () => {
    const hidden = { ...past, isPrivate: true };
    const { secrets, storage, reopen } = await startReopening([hidden]);
    await reopen();
    expect(await secrets.listInboxes()).toMatchObject([{ token: 'token-1', isPrivate: true }]);
    expect(await storage.disk()).not.toContain(past.address);
  });

  it('comes back by a file that was saved before', async () => {
    const { storage, secrets, deps, reopen } = await startReopening([]);
    const kept = { messageCount: 0, relay: { url: relayUrl, accessToken: null, connected: true } };
    const file = toFile({ inboxes: [past], ...kept, access: [], offSites: [] }, start);
    await importFile({ storage, now: () => start, onInboxes: deps.onInboxes }, file);
    expect(await reopen()).toMatchObject({ ok: true, found: 'reopened' });
    expect(await secrets.listInboxes()).toMatchObject([{ address: past.address, ended: false }]);
  });

  it('is reopened with the access to its own relay', async () => {
    const { relay, secrets, reopen } = await startReopening();
    relay.access = 'private';
    expect(await reopen()).toEqual({ ok: false, trouble: 'access-required' });
    await secrets.writeAccessToken(relayUrl, 'access');
    expect(await reopen()).toMatchObject({ ok: true });
  });

  it('stays as it is while it cannot be reopened', async () => {
    const { relay, secrets, reopen, told } = await startReopening();
    relay.restorable.clear();
    expect(await reopen()).toEqual({ ok: false, trouble: 'restore-key-invalid' });
    relay.down = true;
    expect(await reopen()).toEqual({ ok: false, trouble: 'unreachable' });
    expect(await secrets.listInboxes()).toEqual([past]);
    expect(told()).toBe(0);
  });

  it('that is not here any more is not asked for', async () => {
    const { relay, reopen } = await startReopening([]);
    expect(await reopen()).toEqual({ ok: false, trouble: 'not-found' });
    expect(relay.calls).toEqual([]);
  });
});

describe('an address that lives', () => {
  const elsewhere = `${'e'.repeat(16)}-${'0'.repeat(16)}`;

  it.each([
    [null, 'living'],
    ['k'.repeat(43), 'living-sealed'],
  ] as const)('may be read when somebody else reopened it (key %s)', async (publicKey, found) => {
    const { relay, secrets, reopen } = await startReopening();
    relay.open(past.address, 'read-token', elsewhere, publicKey);
    expect(await reopen()).toMatchObject({ ok: true, inboxId: elsewhere, found });
    expect(await secrets.listInboxes()).toMatchObject([
      {
        ...{ id: elsewhere, token: 'read-token', readOnly: true, site: 'example.com' },
        privateKey: null,
      },
    ]);
  });

  it('keeps its token when only the clock here says that it has ended', async () => {
    const { relay, secrets, reopen } = await startReopening([
      { ...past, expiresAt: start + 60 * minute },
    ]);
    relay.open(past.address, 'another', past.id, 'k'.repeat(43));
    expect(await reopen()).toMatchObject({ ok: true, inboxId: past.id, found: 'reopened' });
    expect(await secrets.listInboxes()).toMatchObject([
      { token: past.token, privateKey: past.privateKey, ended: false },
    ]);
  });
});
