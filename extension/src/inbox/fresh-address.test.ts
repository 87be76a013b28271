import { describe, expect, it } from 'vitest';
import { FakeRelay } from '../../test/fake-relay.ts';
import { createStorage, inboxOf, minute, relayUrl, start } from '../../test/storage-fixture.ts';
import type { FillOutcome } from '../messaging/protocol.ts';
import { createContact } from './contact.ts';
import {
  fillAgain,
  type FillTarget,
  freshAddress,
  type FreshDeps,
  type TabFacts,
} from './fresh-address.ts';
import { relayClients } from './relay-clients.ts';

const tab: TabFacts = {
  id: 7,
  url: 'https://www.example.com/join',
  incognito: false,
  windowId: 1,
  index: 3,
};
const target: FillTarget = { tabId: 7, frameId: null };

function startFresh(facts: TabFacts | null = tab, outcome: FillOutcome = 'filled') {
  const relay = new FakeRelay();
  const storage = createStorage();
  const filled: [FillTarget, string][] = [];
  let told = 0;
  const deps: FreshDeps = {
    storage,
    contact: createContact({
      relay: storage.relay,
      mayReach: async () => true,
      now: () => start,
      random: () => 1,
    }),
    clientFor: relayClients(relay.fetch),
    readTab: async () => facts,
    siteOf: async (url) => (url === undefined ? null : 'example.com'),
    fill: async (...args) => {
      filled.push(args);
      return outcome;
    },
    now: () => start,
    onInboxes: async () => void (told += 1),
  };
  return { relay, storage, deps, filled, told: () => told };
}

describe('a fresh address', () => {
  it('is made, kept for its site and filled in', async () => {
    const { deps, storage, filled, told } = startFresh();
    const reply = await freshAddress(deps, target);
    expect(reply).toMatchObject({ ok: true, address: 'fresh1@mayfly.test', fill: 'filled' });
    expect(filled).toEqual([[target, 'fresh1@mayfly.test']]);
    expect(await storage.secrets.listInboxes()).toMatchObject([
      {
        address: 'fresh1@mayfly.test',
        relayUrl,
        site: 'example.com',
        tabId: 7,
        hotUntil: start + 10 * minute,
        expiresAt: start + 60 * minute,
        isPrivate: false,
      },
    ]);
    expect(told()).toBe(1);
  });

  it('is kept although the page did not take it', async () => {
    const { deps, storage } = startFresh(tab, 'not-kept');
    expect(await freshAddress(deps, target)).toMatchObject({ ok: true, fill: 'not-kept' });
    expect(await storage.secrets.listInboxes()).toHaveLength(1);
  });

  it('is tied to no site without a tab', async () => {
    const { deps, storage, filled } = startFresh();
    expect(await freshAddress(deps, null)).toMatchObject({ ok: true, fill: null });
    expect(filled).toEqual([]);
    expect(await storage.secrets.listInboxes()).toMatchObject([{ site: null, tabId: null }]);
  });

  it.each([
    ['the tab of a private window', { ...tab, incognito: true }, target, false],
    ['a page in a private window', null, null, true],
  ])('of %s leaves nothing on disk', async (_, facts, place, isPrivate) => {
    const { deps, storage } = startFresh(facts);
    await freshAddress(deps, place, isPrivate);
    expect(await storage.secrets.listInboxes()).toMatchObject([{ isPrivate: true }]);
    expect(await storage.disk()).not.toMatch(/fresh1|example\.com/);
  });

  it('needs the access token of a private relay', async () => {
    const { deps, relay, storage } = startFresh();
    relay.access = 'private';
    expect(await freshAddress(deps, target)).toEqual({ ok: false, trouble: 'access-required' });
    await storage.relay.writeSettings({ url: relayUrl, connected: true, accessToken: 'access' });
    expect(await freshAddress(deps, target)).toMatchObject({ ok: true });
  });

  it('is not to be had with an access that was withdrawn, which is said in words of its own', async () => {
    const { deps, relay } = startFresh();
    relay.refusals.set('/v1/inboxes', 'token-invalid');
    expect(await freshAddress(deps, target)).toEqual({ ok: false, trouble: 'access-withdrawn' });
  });

  it('is not to be had while the relay does not answer', async () => {
    const { deps, relay, storage, filled } = startFresh();
    relay.down = true;
    expect(await freshAddress(deps, target)).toEqual({ ok: false, trouble: 'unreachable' });
    expect(filled).toEqual([]);
    expect(await storage.secrets.listInboxes()).toEqual([]);
  });
});

describe('an address that exists', () => {
  const old = inboxOf({ site: null, hotUntil: start - minute });

  it('is filled again, and waited for again', async () => {
    const { deps, storage, filled } = startFresh();
    await storage.secrets.edit(false, (mail) => mail.putInbox(old));
    expect(await fillAgain(deps, old.id, target)).toEqual({ ok: true, fill: 'filled' });
    expect(filled).toEqual([[target, old.address]]);
    const used = { hotUntil: start + 10 * minute, tabId: 7, site: 'example.com' };
    expect(await storage.secrets.readInbox(old.id)).toMatchObject(used);
  });

  it('stays as it was when the page did not take it', async () => {
    const { deps, storage } = startFresh(tab, 'no-field');
    await storage.secrets.edit(false, (mail) => mail.putInbox(old));
    expect(await fillAgain(deps, old.id, target)).toEqual({ ok: true, fill: 'no-field' });
    expect(await storage.secrets.readInbox(old.id)).toEqual(old);
  });

  it('cannot be filled when it is not ours', async () => {
    const { deps } = startFresh();
    expect(await fillAgain(deps, 'nobody', target)).toEqual({ ok: false, trouble: 'not-found' });
  });
});
