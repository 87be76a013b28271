import { describe, expect, it } from 'vitest';
import type { InboxRecord } from '../src/core/ports.ts';
import { AMPLE, HOUR_MS, sampleInbox, sampleMessage, tagOf } from './store-samples.ts';
import type { Setting } from './store-setting.ts';

/** Mails that are brought more than once. */
export function describeArrivals(s: Setting): void {
  const bring = async (
    inbox: InboxRecord,
    names: { readonly known?: readonly string[]; readonly remember?: readonly string[] },
    limits = AMPLE,
  ) => {
    const arrival = { known: [], remember: [], until: s.clock.now + 2 * HOUR_MS, ...names };
    return s.store.saveMessage(inbox.id, { ...sampleMessage(s.clock.now), arrival }, limits);
  };
  const usageOf = async ({ id }: InboxRecord) => (await s.store.findInbox(id))?.usage.messages;
  const one = { known: ['one', 'old'], remember: ['one', 'more'] };
  const repeated = { ok: true, repeated: true };

  describe('a mail that is brought again', () => {
    it('is not saved again, whichever of its names is remembered', async () => {
      const inbox = await s.open();
      expect(await bring(inbox, one)).toEqual({ ok: true });
      expect(await bring(inbox, one)).toEqual(repeated);
      expect(await bring(inbox, { known: ['other', 'more'], remember: ['other'] })).toEqual(
        repeated,
      );
      expect(await bring(inbox, { known: ['other'], remember: ['other'] })).toEqual({ ok: true });
      expect(await usageOf(inbox)).toBe(2);
      expect(await s.store.takePending({ before: s.clock.now + 1, limit: 9 })).toHaveLength(2);
    });

    it('is another one for another inbox', async () => {
      const [inbox, other] = [await s.open(), await s.open()];
      expect([await bring(inbox, one), await bring(other, one)]).toEqual([
        { ok: true },
        { ok: true },
      ]);
    });

    it('is saved when its time to be remembered is over', async () => {
      const inbox = await s.open({ expiresAt: s.clock.now + 5 * HOUR_MS });
      await bring(inbox, one);
      s.clock.now += 2 * HOUR_MS;
      expect(await bring(inbox, one)).toEqual({ ok: true });
    });

    it('is saved when it was refused before', async () => {
      const inbox = await s.open();
      const full = { messages: 0, bytes: 0 };
      expect(await bring(inbox, one, full)).toEqual({ ok: false, code: 'inbox-full' });
      expect(await bring(inbox, one)).toEqual({ ok: true });
      // It is there, so that there is no room does not matter.
      expect(await bring(inbox, one, full)).toEqual(repeated);
    });

    it('is known at an address that was reopened, and after a crash', async () => {
      const inbox = await s.open();
      await bring(inbox, one);
      await s.store.deleteInbox(inbox.id);
      expect(await bring(inbox, one)).toEqual({ ok: false, code: 'recipient-expired' });
      await s.harness.crash();
      const again = sampleInbox(s.clock.now, { tag: tagOf(inbox) });
      await s.store.createInbox(again, { reopen: true });
      expect(await bring(again, one)).toEqual(repeated);
    });

    it('is saved once when it is brought many times at once', async () => {
      const inbox = await s.open();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => bring(inbox, one)));
      const fresh = outcomes.filter((outcome) => outcome.ok && outcome.repeated !== true);
      expect([fresh.length, await usageOf(inbox)]).toEqual([1, 1]);
    });

    it('is forgotten with the cleanup after its time', async () => {
      const inbox = await s.open({ expiresAt: s.clock.now + 5 * HOUR_MS });
      await bring(inbox, one);
      s.clock.now += 3 * HOUR_MS;
      await s.store.cleanup();
      expect(await bring(inbox, one)).toEqual({ ok: true });
    });
  });
}
