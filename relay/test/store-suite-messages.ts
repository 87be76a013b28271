import { describe, expect, it, vi } from 'vitest';
import type { Setting } from './store-setting.ts';
import {
  analysed,
  bytes,
  HOUR_MS,
  randomMessageId,
  sampleMessage,
  textOf,
} from './store-samples.ts';

/** Mail coming in, its parts, and what waits for analysis. */
export function describeMessages(s: Setting): void {
  describe('messages', () => {
    it('shows a saved message only once it is published, but its raw form at once', async () => {
      const inbox = await s.open();
      const message = await s.save(inbox, 'Subject: hi\r\n\r\nhello');
      expect(await s.store.readMessage(inbox.id, message.id)).toBeNull();
      expect(textOf(await s.store.readPart(inbox.id, message.id, 'raw'))).toBe(
        'Subject: hi\r\n\r\nhello',
      );
      expect((await s.store.listChanges(inbox.id, 0, { limit: 9, maxBytes: 99 }))?.changes).toEqual(
        [],
      );
      expect(await s.store.markSeen(inbox.id, message.id, true)).toBeNull();
      await s.store.publishMessage(inbox.id, message.id, analysed({ content: 'c', verdict: 'v' }));
      const shown = await s.store.readMessage(inbox.id, message.id);
      expect([textOf(shown?.content), textOf(shown?.verdict)]).toEqual(['c', 'v']);
      expect({ ...shown, content: null, verdict: null }).toEqual({
        id: message.id,
        receivedAt: message.receivedAt,
        size: message.size,
        seen: false,
        state: 'analysed',
        content: null,
        verdict: null,
      });
    });

    it('keeps octets of every value and a part of a megabyte as they are', async () => {
      const inbox = await s.open();
      const raw = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 256);
      const message = await s.save(inbox, raw);
      const read = await s.store.readPart(inbox.id, message.id, 'raw');
      expect(Buffer.compare(read ?? bytes(''), raw)).toBe(0);
    });

    it('takes octets from a view on a larger buffer', async () => {
      const inbox = await s.open();
      const view = new Uint8Array(bytes('before|inside|after').buffer, 7, 6);
      const message = await s.save(inbox, view);
      await s.store.publishMessage(inbox.id, message.id, analysed({ content: view }));
      expect(textOf(await s.store.readPart(inbox.id, message.id, 'raw'))).toBe('inside');
      expect(textOf((await s.store.readMessage(inbox.id, message.id))?.content)).toBe('inside');
    });

    it('replaces given parts, keeps the others and adds attachments', async () => {
      const inbox = await s.open();
      const message = await s.deliver(inbox, { content: 'first', 'attachment-0': 'zero' });
      await s.store.publishMessage(
        inbox.id,
        message.id,
        analysed({ raw: 'less', verdict: 'pass', 'attachment-1': '' }),
      );
      const part = async (name: 'raw' | 'content' | 'verdict' | `attachment-${number}`) =>
        textOf(await s.store.readPart(inbox.id, message.id, name));
      expect(await part('raw')).toBe('less');
      expect(await part('content')).toBe('first');
      expect(await part('verdict')).toBe('pass');
      expect(await part('attachment-0')).toBe('zero');
      expect(await part('attachment-1')).toBe('');
      expect(await part('attachment-2')).toBeNull();
    });

    it('shows a message that could not be analysed without content', async () => {
      const inbox = await s.open();
      const { id } = await s.save(inbox);
      await s.store.publishMessage(inbox.id, id, { state: 'unanalysed', parts: new Map() });
      expect(await s.store.readMessage(inbox.id, id)).toMatchObject({
        state: 'unanalysed',
        content: null,
        verdict: null,
      });
    });

    it('publishes nothing that was not saved or was deleted', async () => {
      const inbox = await s.open();
      expect(await s.store.publishMessage(inbox.id, randomMessageId(), analysed())).toBeNull();
      const { id } = await s.deliver(inbox);
      await s.store.deleteMessage(inbox.id, id);
      expect(await s.store.publishMessage(inbox.id, id, analysed())).toBeNull();
      expect(await s.store.readPart(inbox.id, id, 'content')).toBeNull();
    });

    it('hands a message out in its own inbox only', async () => {
      const [mine, other] = [await s.open(), await s.open()];
      const { id } = await s.deliver(mine);
      expect(await s.store.readMessage(other.id, id)).toBeNull();
      expect(await s.store.readPart(other.id, id, 'raw')).toBeNull();
      expect(await s.store.deleteMessage(other.id, id)).toBeNull();
      expect(await s.store.readMessage(mine.id, id)).not.toBeNull();
    });

    it('keeps whether it was seen', async () => {
      const inbox = await s.open();
      const { id } = await s.deliver(inbox);
      await s.store.markSeen(inbox.id, id, true);
      expect((await s.store.readMessage(inbox.id, id))?.seen).toBe(true);
      await s.store.markSeen(inbox.id, id, false);
      expect((await s.store.readMessage(inbox.id, id))?.seen).toBe(false);
    });
  });

  describe('quotas', () => {
    it('refuses the message that is one too many, and counts those that wait for analysis', async () => {
      const inbox = await s.open();
      const limits = { messages: 2, bytes: 1000 };
      const save = () => s.store.saveMessage(inbox.id, sampleMessage(s.clock.now), limits);
      expect([await save(), await save(), await save()]).toEqual([
        { ok: true },
        { ok: true },
        { ok: false, code: 'inbox-full' },
      ]);
    });

    it('takes a message that fills the inbox to the octet, and refuses one octet more', async () => {
      const [exact, over] = [await s.open(), await s.open()];
      const limits = { messages: 10, bytes: 100 };
      const save = (inbox: typeof exact, size: number) =>
        s.store.saveMessage(inbox.id, sampleMessage(s.clock.now, new Uint8Array(size)), limits);
      expect([await save(exact, 60), await save(exact, 40)]).toEqual([{ ok: true }, { ok: true }]);
      expect((await save(over, 60)).ok).toBe(true);
      expect(await save(over, 41)).toEqual({ ok: false, code: 'inbox-full' });
      expect((await s.store.findInbox(over.id))?.usage).toEqual({ messages: 1, bytes: 60 });
    });

    it('gives room back when a message is deleted', async () => {
      const inbox = await s.open();
      const message = await s.deliver(inbox);
      expect((await s.store.findInbox(inbox.id))?.usage).toEqual({
        messages: 1,
        bytes: message.size,
      });
      await s.store.deleteMessage(inbox.id, message.id);
      expect((await s.store.findInbox(inbox.id))?.usage).toEqual({ messages: 0, bytes: 0 });
    });
  });

  describe('what waits for analysis', () => {
    const MANY = { limit: 100 };

    it('is taken by one at a time, and again when that one did not publish it', async () => {
      const inbox = await s.open();
      const message = await s.save(inbox);
      const expected = [
        { inbox, id: message.id, receivedAt: message.receivedAt, size: message.size },
      ];
      s.clock.now += 1;
      expect(await s.store.takePending({ ...MANY, before: s.clock.now })).toEqual(expected);
      expect(await s.store.takePending({ ...MANY, before: s.clock.now })).toEqual([]);
      s.clock.now += 1;
      expect(await s.store.takePending({ ...MANY, before: s.clock.now })).toEqual(expected);
    });

    it('is left alone when it came or was taken after the given time', async () => {
      const inbox = await s.open();
      const start = s.clock.now;
      s.clock.now += 10;
      await s.save(inbox);
      expect(await s.store.takePending({ ...MANY, before: start })).toEqual([]);
      s.clock.now += 10;
      expect(await s.store.takePending({ ...MANY, before: s.clock.now })).toHaveLength(1);
      s.clock.now += 5000;
      expect(await s.store.takePending({ ...MANY, before: start + 15 })).toEqual([]);
    });

    it('is taken when it came in the future, because the clock was set back', async () => {
      const inbox = await s.open();
      await s.save(inbox);
      s.clock.now -= HOUR_MS;
      const before = s.clock.now - 1000;
      expect(await s.store.takePending({ ...MANY, before })).toHaveLength(1);
      expect(await s.store.takePending({ ...MANY, before })).toEqual([]);
    });

    it('is not what was published, deleted with its inbox or expired', async () => {
      const [living, deleted, expiring] = [
        await s.open(),
        await s.open(),
        await s.open({ expiresAt: s.clock.now + HOUR_MS / 2 }),
      ];
      await s.deliver(living);
      await s.save(deleted);
      await s.save(expiring);
      await s.store.deleteInbox(deleted.id);
      s.clock.now += HOUR_MS / 2;
      expect(await s.store.takePending({ ...MANY, before: s.clock.now })).toEqual([]);
    });

    it('comes in pieces of the given number, each message once', async () => {
      const inboxes = await Promise.all(Array.from({ length: 5 }, () => s.open()));
      const saved = await Promise.all(
        inboxes.flatMap((each) => [s.save(each), s.save(each), s.save(each)]),
      );
      s.clock.now += 1;
      const taken: string[] = [];
      const sizes: number[] = [];
      for (let piece = 0; piece < 3; piece += 1) {
        const got = await s.store.takePending({ before: s.clock.now, limit: 6 });
        sizes.push(got.length);
        taken.push(...got.map(({ id }) => id));
      }
      expect(sizes).toEqual([6, 6, 3]);
      expect(taken.sort()).toEqual(saved.map(({ id }) => id).sort());
    });

    it('is shared out among relays that ask at once', async () => {
      const inbox = await s.open();
      const saved = await Promise.all(Array.from({ length: 20 }, () => s.save(inbox)));
      s.clock.now += 1;
      const ask = () => s.store.takePending({ before: s.clock.now, limit: 20 });
      const taken = (await Promise.all([ask(), ask(), ask()])).flat().map(({ id }) => id);
      expect(taken.sort()).toEqual(saved.map(({ id }) => id).sort());
    });

    it('is still there after a crash', async () => {
      const inbox = await s.open();
      const message = await s.save(inbox, 'raw form');
      await s.harness.crash();
      s.clock.now += 1;
      // Where relays share the store, the one from before the crash must first be taken for dead.
      await vi.waitFor(async () => {
        const taken = await s.store.takePending({ ...MANY, before: s.clock.now });
        expect(taken.map(({ id }) => id)).toEqual([message.id]);
      }, 10_000);
      expect(textOf(await s.store.readPart(inbox.id, message.id, 'raw'))).toBe('raw form');
    });
  });
}
