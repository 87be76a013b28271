import { describe, expect, it } from 'vitest';
import { createStorage, inboxOf, minute, relayUrl, start } from '../../test/storage-fixture.ts';
import { WaitingFixture } from '../../test/waiting-fixture.ts';
import type { OwnInbox } from '../storage/model.ts';
import { type ExportFile, toFile } from '@mayfly/shared/keeping/export-file';
import { importFile } from './import-file.ts';

const here = inboxOf();
const other = inboxOf({ id: `${'d'.repeat(16)}-${'0'.repeat(16)}`, address: 'otto@mayfly.test' });
const otherRelay = 'https://mail.example.org';

const fileOf = (inboxes: OwnInbox[], over: Partial<ExportFile> = {}): ExportFile => ({
  ...toFile(
    {
      inboxes,
      relay: { url: otherRelay, connected: true },
      access: [{ relayUrl: otherRelay, token: 'access' }],
      offSites: ['shop.example'],
    },
    start,
  ),
  ...over,
});

async function startImport(inboxes: OwnInbox[] = []) {
  const storage = createStorage();
  await storage.secrets.edit(false, async (mail) => {
    for (const inbox of inboxes) await mail.putInbox(inbox);
  });
  let told = 0;
  const deps = { storage, now: () => start, onInboxes: async () => void (told += 1) };
  const load = (file: ExportFile) => importFile(deps, file);
  return { ...storage, load, told: () => told };
}

describe('an inbox from a file', () => {
  it('is added, and its mail is waited for', async () => {
    const { load, secrets, told } = await startImport([here]);
    expect(await load(fileOf([here, { ...other, cursor: 'c9', tabId: 7 }]))).toEqual({
      ok: true,
      added: 1,
    });
    const fresh = { hotUntil: start + 10 * minute, cursor: null, tabId: null, isPrivate: false };
    expect(await secrets.readInbox(other.id)).toEqual({ ...other, ...fresh });
    expect(told()).toBe(1);
  });

  it('is left alone when it is here', async () => {
    const { load, secrets } = await startImport([here]);
    await load(fileOf([{ ...here, token: 'older', site: 'bank.example', expiresAt: start }]));
    expect(await secrets.readInbox(here.id)).toEqual(here);
  });

  it('lends its longer life and the token of that to the one that is here', async () => {
    const longer = { token: 'token-b', expiresAt: here.expiresAt + minute, ended: false };
    const { load, secrets } = await startImport([{ ...here, ended: true }]);
    expect(await load(fileOf([{ ...here, ...longer, site: 'bank.example' }]))).toMatchObject({
      added: 0,
    });
    expect(await secrets.readInbox(here.id)).toEqual({ ...here, ...longer });
  });

  it('cannot move the one that is here to another relay or address', async () => {
    const { load, secrets } = await startImport([here]);
    const longer = { ...here, expiresAt: here.expiresAt + minute, token: 'evil' };
    await load(fileOf([{ ...longer, relayUrl: otherRelay }]));
    await load(fileOf([{ ...longer, address: 'evil@mayfly.test' }]));
    expect(await secrets.readInbox(here.id)).toEqual(here);
  });
});

describe('the rest of a file', () => {
  it('brings back relay and access where none was ever connected', async () => {
    const { load, relay } = await startImport();
    await load(fileOf([]));
    expect(await relay.readSettings()).toEqual({
      url: otherRelay,
      accessToken: 'access',
      connected: true,
    });
  });

  it('changes no relay that is connected', async () => {
    const { load, relay, secrets } = await startImport();
    const mine = { url: relayUrl, accessToken: null, connected: true };
    await relay.writeSettings(mine);
    await load(fileOf([]));
    expect(await relay.readSettings()).toEqual(mine);
    expect(await secrets.readAccessToken(otherRelay)).toBeNull();
  });

  it('connects nothing when the file names no relay', async () => {
    const { load, relay } = await startImport();
    await load(fileOf([], { relayUrl: null }));
    expect((await relay.readSettings()).connected).toBe(false);
  });

  it('adds its sites without icons to those that are here', async () => {
    const { load, sites } = await startImport();
    await sites.setOff('a.example', true);
    await sites.setOff('shop.example', true);
    await load(fileOf([], { offSites: ['z.example', 'shop.example'] }));
    expect(await sites.readOff()).toEqual(['a.example', 'shop.example', 'z.example']);
  });
});

it('receives mail again in a browser that knew nothing', async () => {
  const fixture = new WaitingFixture();
  fixture.relay.open(other.address, other.token, other.id);
  const waiting = fixture.createWaiting();
  const deps = { storage: fixture.storage, now: () => start, onInboxes: () => waiting.restart() };
  await importFile(deps, fileOf([other]));
  await expect.poll(() => fixture.relay.held).toBe(1);
  await waiting.stop();
});
