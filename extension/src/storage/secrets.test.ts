import { describe, expect, it } from 'vitest';
import {
  contentOf,
  createStorage,
  inboxOf,
  messageId,
  messageOf,
  start,
  type StorageFixture,
} from '../../test/storage-fixture.ts';
import type { OwnInbox } from './model.ts';

const other = 'cccccccccccccccc-0000000000000000';

async function keep(storage: StorageFixture, inbox: OwnInbox, messages: number[] = []) {
  await storage.secrets.edit(inbox.isPrivate, async (mail) => {
    await mail.putInbox(inbox);
    for (const n of messages) {
      await mail.putMessage({ inboxId: inbox.id, id: messageId(n), message: messageOf(n) });
    }
  });
}

describe.each([
  ['normal', false],
  ['private', true],
])('inboxes of %s windows', (_, isPrivate) => {
  it('come back as they were kept, the newest first', async () => {
    const { secrets, ...storage } = createStorage();
    const older = inboxOf({ isPrivate });
    const newer = inboxOf({ id: other, createdAt: start + 1, isPrivate });
    await keep({ secrets, ...storage }, older);
    await keep({ secrets, ...storage }, newer);
    expect(await secrets.listInboxes()).toEqual([newer, older]);
    expect(await secrets.readInbox(older.id)).toEqual(older);
    expect(await secrets.readInbox('nobody')).toBeNull();
  });

  it('list their own messages alone, the newest first', async () => {
    const storage = createStorage();
    const inbox = inboxOf({ isPrivate });
    await keep(storage, inbox, [1, 2]);
    await keep(storage, inboxOf({ id: other, isPrivate }), [3]);
    const listed = await storage.secrets.listMessages(inbox.id);
    expect(listed.map((own) => own.id)).toEqual([messageId(2), messageId(1)]);
    expect((await storage.secrets.readMessage(inbox.id, messageId(1)))?.message.content?.text).toBe(
      'Hello',
    );
    expect(await storage.secrets.readMessage(inbox.id, messageId(3))).toBeNull();
  });

  it('take their messages with them', async () => {
    const storage = createStorage();
    const inbox = inboxOf({ isPrivate });
    await keep(storage, inbox, [1, 2]);
    await storage.secrets.edit(isPrivate, (mail) => mail.removeInbox(inbox.id));
    expect(await storage.secrets.listInboxes()).toEqual([]);
    expect(await storage.secrets.listMessages(inbox.id)).toEqual([]);
  });

  it('count what nobody has seen', async () => {
    const storage = createStorage();
    const inbox = inboxOf({ isPrivate });
    await keep(storage, inbox, [1, 2]);
    await storage.secrets.edit(isPrivate, async (mail) => {
      await mail.putMessage({
        inboxId: inbox.id,
        id: messageId(2),
        message: messageOf(2, { seen: true }),
      });
    });
    expect([...(await storage.secrets.countUnseen())]).toEqual([[inbox.id, 1]]);
  });

  it('stay as they were when a change fails halfway', async () => {
    const storage = createStorage();
    await keep(storage, inboxOf({ isPrivate }), [1]);
    const change = storage.secrets.edit(isPrivate, async (mail) => {
      await mail.putInbox(inboxOf({ isPrivate, cursor: 'later' }));
      await mail.removeMessages(inboxOf().id);
      throw new Error('halfway');
    });
    await expect(change).rejects.toThrow('halfway');
    expect((await storage.secrets.readInbox(inboxOf().id))?.cursor).toBeNull();
    expect(await storage.secrets.listMessages(inboxOf().id)).toHaveLength(1);
  });

  it('lose nothing when two change them at once', async () => {
    const storage = createStorage();
    await keep(storage, inboxOf({ isPrivate }));
    await Promise.all(
      [1, 2, 3].map((n) =>
        storage.secrets.edit(isPrivate, async (mail) => {
          await mail.messages(inboxOf().id);
          await mail.putMessage({ inboxId: inboxOf().id, id: messageId(n), message: messageOf(n) });
        }),
      ),
    );
    expect(await storage.secrets.listMessages(inboxOf().id)).toHaveLength(3);
  });
});

describe('what belongs to a private window', () => {
  it('never reaches the disk', async () => {
    const storage = createStorage();
    await keep(storage, inboxOf({ isPrivate: true, address: 'canary@mayfly.test' }), [1]);
    expect(await storage.secrets.listInboxes()).toHaveLength(1);
    expect(await storage.disk()).not.toMatch(/canary|Hello|token-a/);
  });

  it('gives up the bodies of mail before it gives up links and codes', async () => {
    const storage = createStorage();
    storage.session.mostBytes = 4000;
    const inbox = inboxOf({ isPrivate: true });
    await storage.secrets.edit(true, async (mail) => {
      await mail.putInbox(inbox);
      await mail.putMessage({
        inboxId: inbox.id,
        id: messageId(1),
        message: messageOf(1, {
          content: contentOf({
            html: 'x'.repeat(8000),
            codes: [{ value: '123456', score: 1, reasons: [] }],
          }),
        }),
      });
    });
    const content = (await storage.secrets.readMessage(inbox.id, messageId(1)))?.message.content;
    expect(content).toMatchObject({ html: null, truncated: true, codes: [{ value: '123456' }] });
  });
});

describe('access tokens', () => {
  it('are kept for each relay, and never in the storage that content scripts can read', async () => {
    const storage = createStorage();
    await storage.secrets.writeAccessToken('https://a.example', 'secret-a');
    expect(await storage.secrets.readAccessToken('https://a.example')).toBe('secret-a');
    expect(await storage.secrets.readAccessToken('https://b.example')).toBeNull();
    expect([...storage.local.items.values()].join()).not.toContain('secret-a');
    await storage.secrets.writeAccessToken('https://a.example', null);
    expect(await storage.secrets.readAccessToken('https://a.example')).toBeNull();
  });
});
