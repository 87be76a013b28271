import { describe, expect, it } from 'vitest';
import type { Setting } from './store-setting.ts';
import { analysed, bytes, sampleInbox, sampleMessage, tagOf } from './store-samples.ts';

const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index));

/** Many at once, and what is there after a restart. */
export function describeLoad(s: Setting): void {
  describe('many writers at once', () => {
    it('fill an inbox to its number of messages exactly', async () => {
      const inbox = await s.open();
      const limits = { messages: 17, bytes: 1_000_000 };
      const outcomes = await Promise.all(
        times(60, () => s.store.saveMessage(inbox.id, sampleMessage(s.clock.now), limits)),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(17);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(
        times(43, () => ({ ok: false, code: 'inbox-full' })),
      );
      expect((await s.store.findInbox(inbox.id))?.usage.messages).toBe(17);
    });

    it('fill an inbox to its octets exactly', async () => {
      const inbox = await s.open();
      const limits = { messages: 1000, bytes: 1050 };
      const outcomes = await Promise.all(
        times(40, () =>
          s.store.saveMessage(inbox.id, sampleMessage(s.clock.now, new Uint8Array(100)), limits),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
      expect((await s.store.findInbox(inbox.id))?.usage).toEqual({ messages: 10, bytes: 1000 });
    });

    it('count every change of an inbox once', async () => {
      const inbox = await s.open();
      const saved = await Promise.all(times(50, () => s.save(inbox)));
      const seqs = await Promise.all(
        saved.map(({ id }) => s.store.publishMessage(inbox.id, id, analysed())),
      );
      const counted = seqs.map((each) => each?.seq ?? 0).sort((a, b) => a - b);
      expect(counted).toEqual(times(50, (index) => index + 1));
    });

    it('write to many inboxes without mixing them up', async () => {
      const inboxes = await Promise.all(times(40, () => s.open()));
      const saved = await Promise.all(
        inboxes.flatMap((inbox) =>
          times(5, (index) => s.deliver(inbox, { content: `${inbox.id} ${index}` })),
        ),
      );
      expect(new Set(saved.map(({ id }) => id)).size).toBe(200);
      for (const inbox of inboxes) {
        const page = await s.store.listChanges(inbox.id, 0, { limit: 9, maxBytes: 99_999 });
        const contents =
          page?.changes.map((each) => (each.deleted ? null : each.message.content)) ?? [];
        const expected = times(5, (index) => Buffer.from(bytes(`${inbox.id} ${index}`)).toString());
        expect(contents.map((each) => Buffer.from(each ?? []).toString()).sort()).toEqual(expected);
      }
    });

    it('are not failed by one of them that cannot be done', async () => {
      const inbox = await s.open();
      const gone = sampleInbox(s.clock.now);
      const [message, again] = [sampleMessage(s.clock.now), sampleMessage(s.clock.now)];
      const limits = { messages: 9, bytes: 9999 };
      const results = await Promise.allSettled([
        s.store.saveMessage(inbox.id, message, limits),
        s.store.saveMessage(gone.id, again, limits),
        s.store.saveMessage(inbox.id, { ...again, id: message.id }, limits),
        s.store.saveMessage(inbox.id, again, limits),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(results[2]).toMatchObject({ reason: { code: 'store-unavailable' } });
      expect((await s.store.findInbox(inbox.id))?.usage.messages).toBe(2);
    });
  });

  describe('after a restart', () => {
    const fill = async () => {
      const inbox = await s.open({ publicKey: 'p'.repeat(43) });
      const seen = await s.deliver(inbox, { content: 'seen', 'attachment-0': 'file' });
      await s.store.markSeen(inbox.id, seen.id, true);
      const deleted = await s.deliver(inbox);
      await s.store.deleteMessage(inbox.id, deleted.id);
      await s.store.revokeToken(inbox.id, 'dead');
      await s.store.saveAccess({ id: 'a', label: 'phone', createdAt: 5 });
      const ended = await s.open();
      await s.store.deleteInbox(ended.id);
      const look = async () => ({
        inbox: await s.store.findInbox(inbox.id),
        ended: await s.store.findAddress(tagOf(ended)),
        changes: await s.store.listChanges(inbox.id, 0, { limit: 9, maxBytes: 999 }),
        attachment: await s.store.readPart(inbox.id, seen.id, 'attachment-0'),
        access: await s.store.listAccess(),
      });
      return look;
    };

    it('is all that was there before it was closed', async () => {
      const look = await fill();
      const before = await look();
      await s.harness.reopen();
      expect(await look()).toEqual(before);
    });

    it('is all that was acknowledged before a crash', async () => {
      const look = await fill();
      const before = await look();
      await s.harness.crash();
      expect(await look()).toEqual(before);
    });

    it('goes on counting where it was', async () => {
      const inbox = await s.open();
      await s.deliver(inbox);
      await s.harness.reopen();
      const { id } = await s.save(inbox);
      expect(await s.store.publishMessage(inbox.id, id, analysed())).toEqual({ seq: 2 });
    });
  });

  describe('a closed store', () => {
    it('answers store-unavailable', async () => {
      const inbox = await s.open();
      await s.store.close();
      await expect(s.store.findInbox(inbox.id)).rejects.toMatchObject({
        code: 'store-unavailable',
      });
      await expect(s.store.check()).rejects.toMatchObject({ code: 'store-unavailable' });
    });

    it('finishes what it was given before', async () => {
      const inbox = await s.open();
      const saving = Promise.all(times(20, () => s.save(inbox)));
      await s.store.close();
      await saving;
      await s.harness.reopen();
      expect((await s.store.findInbox(inbox.id))?.usage.messages).toBe(20);
    });

    it('may be closed twice', async () => {
      await s.store.check();
      await s.store.close();
      await s.store.close();
    });
  });
}
