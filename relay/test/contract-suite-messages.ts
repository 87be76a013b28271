import type { Client } from '@mayfly/shared/client/client';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import { type Cursor, messageIdSchema, type MessageItem } from '@mayfly/shared/contract/message';
import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';

export const verification = {
  subject: 'Confirm your account',
  text: 'Welcome! Your code is 481 920.\n\nConfirm: https://shop.example/verify?token=q8Zk3vX0aB7\n',
};

/** Everything after the cursor, once it is `count` changes; waits for them. */
export async function changes(
  client: Client,
  id: InboxId,
  count: number,
  after?: Cursor,
): Promise<{ items: MessageItem[]; next: Cursor }> {
  const items: MessageItem[] = [];
  let next = after;
  do {
    const page = await client.listMessages(id, { after: next, wait: 25 });
    items.push(...page.items);
    next = page.next;
  } while (items.length < count);
  return { items, next };
}

type Visible = Exclude<MessageItem, { change: 'deleted' }>;

async function oneMessage(client: Client, id: InboxId): Promise<Visible & { next: Cursor }> {
  const { items, next } = await changes(client, id, 1);
  const [item] = items;
  if (item === undefined || item.change === 'deleted') throw new Error('no message');
  return { ...item, next };
}

export function describeMessageContract(place: () => ContractPlace): void {
  describe('a message', () => {
    it('is listed with its links and codes, and read alone', async () => {
      const { inbox, client } = await place().openInbox();
      await place().send(inbox.address, verification);
      const item = await oneMessage(client, inbox.id);
      expect(item).toMatchObject({ change: 'new', state: 'analysed', seen: false });
      expect(item.content?.links.map(({ url }) => url)).toEqual([
        'https://shop.example/verify?token=q8Zk3vX0aB7',
      ]);
      expect(item.content?.codes[0]?.value.replaceAll(/\s/g, '')).toBe('481920');
      expect(await client.getMessage(inbox.id, item.id)).toMatchObject({
        id: item.id,
        content: { subject: verification.subject },
      });
    });

    it('is downloaded raw and by its attachments, never to be opened in a page', async () => {
      const { inbox, client } = await place().openInbox();
      const content = Buffer.from('1;2;3\n');
      await place().send(inbox.address, { attachments: [{ filename: 'a.csv', content }] });
      const { id } = await oneMessage(client, inbox.id);
      const raw = await client.getRaw(inbox.id, id);
      expect(Buffer.from(raw.bytes).toString()).toMatch(/^Return-Path: <shop@sender\.example>\r\n/);
      const attachment = await client.getAttachment(inbox.id, id, 0);
      expect(Buffer.from(attachment.bytes)).toEqual(content);
      expect(attachment.type).toContain('application/octet-stream');
      await expect(client.getAttachment(inbox.id, id, 1)).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
  describeChanges(place);
  describeLists(place);
}

function describeChanges(place: () => ContractPlace): void {
  describe('a message', () => {
    it('is marked as seen and deleted, each counted as a change', async () => {
      const { inbox, client } = await place().openInbox();
      await place().send(inbox.address);
      const { id, next } = await oneMessage(client, inbox.id);
      expect(await client.markSeen(inbox.id, id, true)).toMatchObject({ id, seen: true });
      const seen = await changes(client, inbox.id, 1, next);
      expect(seen.items).toMatchObject([{ change: 'updated', id, seen: true }]);
      await client.deleteMessage(inbox.id, id);
      expect((await changes(client, inbox.id, 1, seen.next)).items).toEqual([
        { change: 'deleted', id },
      ]);
      const gone = { status: 404, code: 'not-found' };
      await expect(client.getMessage(inbox.id, id)).rejects.toMatchObject(gone);
      await expect(client.getRaw(inbox.id, id)).rejects.toMatchObject(gone);
    });

    it('that never was is not found', async () => {
      const { inbox, client } = await place().openInbox();
      const id = messageIdSchema.parse('z'.repeat(20));
      const gone = { status: 404, code: 'not-found' };
      await expect(client.getMessage(inbox.id, id)).rejects.toMatchObject(gone);
      await expect(client.markSeen(inbox.id, id, true)).rejects.toMatchObject(gone);
      await expect(client.deleteMessage(inbox.id, id)).rejects.toMatchObject(gone);
      await expect(client.getAttachment(inbox.id, id, 0)).rejects.toMatchObject(gone);
    });
  });
}

function describeLists(place: () => ContractPlace): void {
  describe('a list', () => {
    it('is read page by page, each message once and in its order', async () => {
      const { inbox, client } = await place().openInbox();
      const subjects = ['one', 'two', 'three', 'four', 'five'];
      for (const [index, subject] of subjects.entries()) {
        await place().send(inbox.address, { subject });
        await changes(client, inbox.id, index + 1);
      }
      const read: string[] = [];
      let after: Cursor | undefined;
      for (const size of [2, 2, 1, 0]) {
        const page = await client.listMessages(inbox.id, { after, limit: 2 });
        expect(page.items).toHaveLength(size);
        for (const item of page.items)
          if (item.change !== 'deleted') read.push(item.content?.subject ?? '');
        after = page.next;
      }
      expect(read).toEqual(subjects);
    });

    it('is filtered by what a message has', async () => {
      const { inbox, client } = await place().openInbox();
      await place().send(inbox.address, { subject: 'Nothing to do' });
      await place().send(inbox.address, verification);
      await changes(client, inbox.id, 2);
      for (const has of ['link', 'code'] as const) {
        const { items } = await client.listMessages(inbox.id, { has });
        expect(items).toMatchObject([{ content: { subject: verification.subject } }]);
      }
    });

    it('refuses the cursor of another inbox and a query that it does not know', async () => {
      const [one, other] = [await place().openInbox(), await place().openInbox()];
      const { next } = await other.client.listMessages(other.inbox.id);
      await expect(one.client.listMessages(one.inbox.id, { after: next })).rejects.toMatchObject({
        status: 400,
        code: 'invalid-request',
      });
      await expect(one.client.listMessages(one.inbox.id, { wait: 26 })).rejects.toMatchObject({
        problem: { fields: [{ path: 'wait' }] },
      });
    });
  });
}
