import { describe, expect, it } from 'vitest';
import type { Setting } from './store-setting.ts';
import {
  AMPLE,
  analysed,
  bytes,
  HOUR_MS,
  randomName,
  sampleInbox,
  sampleMessage,
  textOf,
} from './store-samples.ts';

/** Deleted and ended mail, looked for in the files themselves. */
export function describeErasure(s: Setting): void {
  describe('what is gone from the files', () => {
    const canary = (): string => `canary-${randomName(24)}`;
    const contains = (text: string): Promise<boolean> => s.harness.filesContain(bytes(text));

    it('is the content of a deleted message', async () => {
      const inbox = await s.open();
      const [kept, gone] = [canary(), canary()];
      await s.deliver(inbox, { raw: kept, content: kept });
      const message = await s.deliver(inbox, {
        raw: gone.repeat(500),
        content: gone,
        verdict: gone,
      });
      expect([await contains(kept), await contains(gone)]).toEqual([true, true]);
      await s.store.deleteMessage(inbox.id, message.id);
      await s.store.cleanup();
      expect([await contains(kept), await contains(gone)]).toEqual([true, false]);
    });

    it('is a raw form in whose place another was stored, which frees its octets', async () => {
      const inbox = await s.open();
      const gone = canary();
      for (const raw of [gone, gone.repeat(1000)]) {
        const message = await s.save(inbox, raw);
        expect(await contains(gone)).toBe(true);
        const update = { ...analysed({ content: '{}', raw: 'cleaned' }), size: 7 };
        await s.store.publishMessage(inbox.id, message.id, update);
        await s.store.cleanup();
        expect(await contains(gone)).toBe(false);
        const read = await s.store.readMessage(inbox.id, message.id);
        expect(read).toMatchObject({ size: 7, state: 'analysed' });
        expect(textOf(await s.store.readPart(inbox.id, message.id, 'raw'))).toBe('cleaned');
      }
      const found = await s.store.findInbox(inbox.id);
      expect(found?.usage).toEqual({ messages: 2, bytes: 14 });
    });

    it('is everything of a deleted inbox, its address too', async () => {
      const gone = canary();
      const inbox = await s.open();
      await s.deliver(inbox, { raw: gone, content: gone });
      await s.save(inbox, gone.repeat(1000));
      expect([await contains(gone), await contains(inbox.address)]).toEqual([true, true]);
      await s.store.deleteInbox(inbox.id);
      await s.store.cleanup();
      expect([await contains(gone), await contains(inbox.address)]).toEqual([false, false]);
    });

    it('is everything of an expired inbox after the cleanup', async () => {
      const gone = canary();
      const inbox = await s.open({ expiresAt: s.clock.now + HOUR_MS / 2 });
      await s.deliver(inbox, { raw: gone.repeat(1000), content: gone });
      expect(await contains(gone)).toBe(true);
      s.clock.now = sampleInbox(s.clock.now).expiresAt;
      await s.store.cleanup();
      expect([await contains(gone), await contains(inbox.address)]).toEqual([false, false]);
    });

    it('leaves the mail of the others readable', async () => {
      const [mine, other] = [await s.open(), await s.open()];
      const message = await s.deliver(mine, { content: 'mine' });
      await s.deliver(other);
      await s.store.deleteInbox(other.id);
      expect(textOf((await s.store.readMessage(mine.id, message.id))?.content)).toBe('mine');
      expect(await s.store.saveMessage(mine.id, sampleMessage(s.clock.now), AMPLE)).toEqual({
        ok: true,
      });
    });
  });
}
