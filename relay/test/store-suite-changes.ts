import { describe, expect, it } from 'vitest';
import type { InboxRecord } from '../src/core/ports.ts';
import type { Setting } from './store-setting.ts';
import { analysed } from './store-samples.ts';

const KEPT_DELETIONS = 200;
const ALL = { limit: 1000, maxBytes: 1_000_000 };

/** The changes of an inbox, as a reader with a cursor gets them. */
export function describeChanges(s: Setting): void {
  const list = async (inbox: InboxRecord, after: number, page = ALL) => {
    const found = await s.store.listChanges(inbox.id, after, page);
    if (found === null) throw new Error('no such inbox');
    const places = found.changes.map((each) => [
      each.deleted ? each.id : each.message.id,
      each.firstSeq,
      each.seq,
      each.deleted,
    ]);
    return { ...found, places };
  };

  describe('changes', () => {
    it('has none in a fresh inbox', async () => {
      const inbox = await s.open();
      expect(await s.store.listChanges(inbox.id, 0, ALL)).toEqual({
        changes: [],
        lastSeq: 0,
        floorSeq: 0,
        more: false,
      });
    });

    it('counts from 1, in the order of publishing', async () => {
      const inbox = await s.open();
      const [first, second] = [await s.save(inbox), await s.save(inbox)];
      expect(await s.store.publishMessage(inbox.id, second.id, analysed())).toEqual({ seq: 1 });
      expect(await s.store.publishMessage(inbox.id, first.id, analysed())).toEqual({ seq: 2 });
      const page = await list(inbox, 0);
      expect(page.places).toEqual([
        [second.id, 1, 1, false],
        [first.id, 2, 2, false],
      ]);
      expect([page.lastSeq, page.floorSeq, page.more]).toEqual([2, 0, false]);
    });

    it('moves a changed message to the end and remembers when it came', async () => {
      const inbox = await s.open();
      const [first, second] = [await s.deliver(inbox), await s.deliver(inbox)];
      expect(await s.store.markSeen(inbox.id, first.id, true)).toEqual({ seq: 3 });
      expect((await list(inbox, 0)).places).toEqual([
        [second.id, 2, 2, false],
        [first.id, 1, 3, false],
      ]);
      expect((await list(inbox, 2)).places).toEqual([[first.id, 1, 3, false]]);
      expect((await list(inbox, 3)).places).toEqual([]);
    });

    it('counts a late analysis as a change', async () => {
      const inbox = await s.open();
      const { id } = await s.save(inbox);
      await s.store.publishMessage(inbox.id, id, { state: 'unanalysed', parts: new Map() });
      expect(await s.store.publishMessage(inbox.id, id, analysed({ content: 'late' }))).toEqual({
        seq: 2,
      });
      const { changes } = await list(inbox, 1);
      expect(changes).toMatchObject([{ firstSeq: 1, seq: 2, message: { state: 'analysed' } }]);
    });

    it('counts nothing when nothing changes', async () => {
      const inbox = await s.open();
      const { id } = await s.deliver(inbox);
      expect(await s.store.markSeen(inbox.id, id, false)).toEqual({ seq: 1 });
      expect((await list(inbox, 0)).lastSeq).toBe(1);
    });

    it('tells a deletion by id alone, and once', async () => {
      const inbox = await s.open();
      const message = await s.deliver(inbox);
      expect(await s.store.deleteMessage(inbox.id, message.id)).toEqual({ seq: 2 });
      expect(await s.store.deleteMessage(inbox.id, message.id)).toBeNull();
      expect(await s.store.markSeen(inbox.id, message.id, true)).toBeNull();
      const page = await list(inbox, 0);
      expect(page.changes).toEqual([{ seq: 2, firstSeq: 1, deleted: true, id: message.id }]);
      expect(page.lastSeq).toBe(2);
    });

    it('cuts a page at the number of changes', async () => {
      const inbox = await s.open();
      for (let count = 0; count < 5; count += 1) await s.deliver(inbox);
      const first = await list(inbox, 0, { ...ALL, limit: 2 });
      expect([first.places.length, first.more, first.lastSeq]).toEqual([2, true, 5]);
      const rest = await list(inbox, 2, { ...ALL, limit: 3 });
      expect([rest.places.length, rest.more]).toEqual([3, false]);
    });

    it('cuts a page at the octets of content, but gives one change at least', async () => {
      const inbox = await s.open();
      const content = 'x'.repeat(600);
      for (let count = 0; count < 3; count += 1) await s.deliver(inbox, { content });
      const two = await list(inbox, 0, { limit: 9, maxBytes: 1300 });
      expect([two.places.length, two.more]).toEqual([2, true]);
      const one = await list(inbox, 0, { limit: 9, maxBytes: 10 });
      expect([one.places.length, one.more]).toEqual([1, true]);
      const last = await list(inbox, 2, { limit: 9, maxBytes: 10 });
      expect([last.places.length, last.more]).toEqual([1, false]);
    });

    it(`forgets all but the latest ${KEPT_DELETIONS} deletions and says from where on`, async () => {
      const inbox = await s.open();
      const kept = await s.deliver(inbox);
      const forgotten = 3;
      const gone = KEPT_DELETIONS + forgotten;
      const messages = await Promise.all(Array.from({ length: gone }, () => s.deliver(inbox)));
      await Promise.all(messages.map(({ id }) => s.store.deleteMessage(inbox.id, id)));
      const page = await list(inbox, 0);
      expect(page.places).toHaveLength(1 + KEPT_DELETIONS);
      expect(page.places[0]).toEqual([kept.id, 1, 1, false]);
      // One change for each message that came, then one for each that went.
      expect(page.floorSeq).toBe(1 + gone + forgotten);
      expect(page.lastSeq).toBe(1 + 2 * gone);
    });

    it('keeps the count of one inbox apart from the others', async () => {
      const [mine, other] = [await s.open(), await s.open()];
      await s.deliver(other);
      await s.deliver(other);
      await s.deliver(mine);
      expect((await list(mine, 0)).lastSeq).toBe(1);
    });
  });
}
