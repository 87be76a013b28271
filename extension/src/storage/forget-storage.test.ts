import { describe, expect, it } from 'vitest';
import { createStorage, inboxOf, messageId, messageOf } from '../../test/storage-fixture.ts';

const inbox = inboxOf();

async function startKeeping() {
  const storage = createStorage();
  const databases = async () => (await storage.indexedDB.databases()).map(({ name }) => name);
  const keep = (isPrivate: boolean) =>
    storage.secrets.edit(isPrivate, async (mail) => {
      await mail.putInbox({ ...inbox, isPrivate });
      await mail.putMessage({ inboxId: inbox.id, id: messageId(1), message: messageOf(1) });
    });
  return { ...storage, databases, keep };
}

describe('forgetting what is stored', () => {
  it('leaves no database and no key', async () => {
    const { keep, databases, local, session, ...storage } = await startKeeping();
    await keep(false);
    await keep(true);
    await storage.relay.writeSettings({ url: 'https://a.test', accessToken: 'a', connected: true });
    await storage.sites.setOff('shop.example', true);
    await local.set({ ofAnEarlierVersion: 1 });
    await storage.forget();
    expect(await databases()).toEqual([]);
    expect([...local.items, ...session.items]).toEqual([]);
  });

  it('is done once those who read or write now have finished', async () => {
    const { keep, databases, secrets, forget } = await startKeeping();
    await keep(false);
    const reading = secrets.listInboxes();
    const writing = keep(false);
    await forget();
    expect(await reading).toHaveLength(1);
    await writing;
    expect(await databases()).toEqual([]);
  });
});

describe('the database', () => {
  it('is not made by those who find nothing to read or to change', async () => {
    const { databases, secrets, session } = await startKeeping();
    expect(await secrets.listInboxes()).toEqual([]);
    expect(await secrets.countMessages()).toBe(0);
    for (const isPrivate of [false, true]) {
      const change = secrets.edit(isPrivate, async (mail) => {
        await mail.removeInbox(inbox.id);
        return mail.inbox(inbox.id);
      });
      expect(await change).toBeUndefined();
    }
    expect(await databases()).toEqual([]);
    expect([...session.items]).toEqual([]);
  });

  it('is made with the first thing that is put there, and not when that fails', async () => {
    const { databases, secrets } = await startKeeping();
    const failing = secrets.edit(false, async (mail) => {
      await mail.putInbox(inbox);
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await databases()).toEqual([]);
    await secrets.writeAccessToken('https://a.test', 'a');
    expect(await databases()).toEqual(['mayfly']);
    expect(await secrets.listAccess()).toEqual([{ relayUrl: 'https://a.test', token: 'a' }]);
  });

  it('takes the first things of several who come at once', async () => {
    const { secrets, keep } = await startKeeping();
    await Promise.all([keep(false), secrets.listInboxes(), keep(false)]);
    expect(await secrets.listInboxes()).toEqual([inbox]);
    expect(await secrets.countMessages()).toBe(1);
  });
});
