import type { MessageId } from '@mayfly/shared/contract/message';
import { describe, expect, it } from 'vitest';
import {
  createOperatorMailbox,
  keepOperatorMail,
  operatorInboxId,
} from '../src/core/operator-mailbox.ts';
import type { InboxLimits } from '../src/core/ports.ts';
import type { Setting } from './store-setting.ts';
import { AMPLE, analysed, DAY_MS, sampleMessage } from './store-samples.ts';

const tiny: InboxLimits = { messages: 1, bytes: 1 };

/** The operator's mailbox, which is an inbox like others but for its end and for what happens when it is full. */
export function describeOperator(s: Setting): void {
  const open = () => createOperatorMailbox({ store: s.store, clock: () => s.clock.now }).open();

  /** Saves a mail, and makes it visible unless it is to wait. */
  async function save(limits: InboxLimits, raw = 'x', isVisible = true) {
    const message = sampleMessage(s.clock.now, raw);
    // What the sender's inbox would have as limits does not count.
    const saved = await keepOperatorMail(s.store, limits).saveMessage(
      operatorInboxId,
      message,
      tiny,
    );
    if (saved.ok && isVisible) {
      await s.store.publishMessage(operatorInboxId, message.id, analysed());
    }
    return { id: message.id, saved };
  }

  async function kept(): Promise<MessageId[]> {
    const page = await s.store.listChanges(operatorInboxId, 0, { limit: 1000, maxBytes: 1e6 });
    return (page?.changes ?? []).flatMap((change) => (change.deleted ? [] : [change.message.id]));
  }

  describe("the operator's mailbox", () => {
    it('is one, however many relays open it at once', async () => {
      const opened = await Promise.all(Array.from({ length: 10 }, open));
      expect(new Set(opened.map(({ id }) => id))).toEqual(new Set([operatorInboxId]));
      expect((await s.store.findInbox(operatorInboxId))?.inbox.id).toBe(operatorInboxId);
    });

    it('and its mail outlast every other inbox', async () => {
      await open();
      const { id } = await save(AMPLE);
      s.clock.now += 5000 * DAY_MS;
      expect(await s.store.cleanup()).toEqual([]);
      await open();
      expect(await kept()).toEqual([id]);
    });

    it('is made anew when it is gone', async () => {
      await open();
      await s.store.deleteInbox(operatorInboxId);
      await open();
      expect((await save(AMPLE)).saved).toEqual({ ok: true });
    });

    it('lets its oldest message go when it has too many', async () => {
      await open();
      const limits = { ...AMPLE, messages: 3 };
      const ids: MessageId[] = [];
      for (let n = 0; n < 5; n += 1) ids.push((await save(limits)).id);
      expect(await kept()).toEqual(ids.slice(2));
    });

    it('lets as many of its oldest go as a big one needs', async () => {
      await open();
      const limits = { ...AMPLE, bytes: 1000 };
      const ids: MessageId[] = [];
      for (let n = 0; n < 4; n += 1) ids.push((await save(limits, 'x'.repeat(200))).id);
      const big = await save(limits, 'x'.repeat(500));
      expect(big.saved).toEqual({ ok: true });
      expect(await kept()).toEqual([ids[2], ids[3], big.id]);
    });

    it('finds the oldest behind many that were deleted', async () => {
      await open();
      const limits = { ...AMPLE, messages: 2 };
      for (let n = 0; n < 210; n += 1) {
        const { id } = await save(limits);
        await s.store.deleteMessage(operatorInboxId, id);
      }
      const [, second] = [await save(limits), await save(limits)];
      const third = await save(limits);
      expect(await kept()).toEqual([second.id, third.id]);
    });

    it('asks to come again while all that fills it waits for its analysis', async () => {
      await open();
      const limits = { ...AMPLE, messages: 1 };
      await save(limits, 'x', false);
      expect((await save(limits)).saved).toEqual({ ok: false, code: 'inbox-full' });
    });

    it('takes nothing from other inboxes, which stay full when they are', async () => {
      const inbox = await s.open();
      const mail = await s.deliver(inbox);
      const refused = await keepOperatorMail(s.store, AMPLE).saveMessage(
        inbox.id,
        sampleMessage(s.clock.now),
        { ...AMPLE, messages: 1 },
      );
      expect(refused).toEqual({ ok: false, code: 'inbox-full' });
      expect((await s.store.readMessage(inbox.id, mail.id))?.id).toBe(mail.id);
    });
  });
}
