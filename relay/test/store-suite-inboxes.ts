import { describe, expect, it } from 'vitest';
import type { Setting } from './store-setting.ts';
import {
  AMPLE,
  analysed,
  DAY_MS,
  HOUR_MS,
  randomName,
  sampleInbox,
  sampleMessage,
  tagOf,
} from './store-samples.ts';

/** Inboxes, addresses, tokens and accesses. */
export function describeInboxes(s: Setting): void {
  describe('inboxes', () => {
    it('finds a made inbox by its id and by its address', async () => {
      const inbox = await s.open({ publicKey: 'k'.repeat(43), accessId: 'access-1' });
      const usage = { messages: 0, bytes: 0 };
      expect(await s.store.findInbox(inbox.id)).toEqual({ inbox, usage, revoked: new Set() });
      expect(await s.store.findAddress(tagOf(inbox))).toEqual({ state: 'living', inbox, usage });
    });

    it('keeps null apart from a value in what is optional', async () => {
      const inbox = await s.open();
      expect((await s.store.findInbox(inbox.id))?.inbox).toEqual(inbox);
    });

    it('knows nothing of an address that was never given out', async () => {
      const never = sampleInbox(s.clock.now);
      expect(await s.store.findAddress(tagOf(never))).toEqual({ state: 'unknown' });
      expect(await s.store.findInbox(never.id)).toBeNull();
      expect(await s.store.changeInbox(never.id, { expiresAt: s.clock.now })).toBeNull();
      expect(await s.store.deleteInbox(never.id)).toBe(false);
      expect(await s.store.revokeToken(never.id, 'jti')).toBe(false);
      expect(await s.store.listChanges(never.id, 0, { limit: 1, maxBytes: 1 })).toBeNull();
    });

    it('refuses a second inbox at a living address, also of one who reopens', async () => {
      const inbox = await s.open();
      const second = sampleInbox(s.clock.now, { tag: tagOf(inbox) });
      const taken = { ok: false, code: 'address-taken' };
      expect(await s.store.createInbox(second)).toEqual(taken);
      expect(await s.store.createInbox(second, { reopen: true })).toEqual(taken);
      expect(await s.store.findInbox(second.id)).toBeNull();
      expect((await s.store.findInbox(inbox.id))?.inbox).toEqual(inbox);
    });

    it('gives one of many concurrent makers of an address the inbox', async () => {
      const tag = randomName(16);
      const makers = Array.from({ length: 20 }, () => sampleInbox(s.clock.now, { tag }));
      const outcomes = await Promise.all(makers.map((each) => s.store.createInbox(each)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('the end of an inbox', () => {
    it('is not there for any method once it expired', async () => {
      const inbox = await s.open();
      const { id: mid } = await s.deliver(inbox);
      s.clock.now = inbox.expiresAt;
      expect(await s.store.findInbox(inbox.id)).toBeNull();
      expect(await s.store.changeInbox(inbox.id, { expiresAt: s.clock.now + HOUR_MS })).toBeNull();
      expect(await s.store.revokeToken(inbox.id, 'jti')).toBe(false);
      expect(await s.store.readMessage(inbox.id, mid)).toBeNull();
      expect(await s.store.readPart(inbox.id, mid, 'raw')).toBeNull();
      expect(await s.store.listChanges(inbox.id, 0, { limit: 9, maxBytes: 9 })).toBeNull();
      expect(await s.store.markSeen(inbox.id, mid, true)).toBeNull();
      expect(await s.store.publishMessage(inbox.id, mid, analysed())).toBeNull();
      expect(await s.store.deleteMessage(inbox.id, mid)).toBeNull();
      expect(await s.store.saveMessage(inbox.id, sampleMessage(s.clock.now), AMPLE)).toEqual({
        ok: false,
        code: 'recipient-expired',
      });
      expect(await s.store.deleteInbox(inbox.id)).toBe(false);
    });

    it('lives to the last millisecond', async () => {
      const inbox = await s.open();
      s.clock.now = inbox.expiresAt - 1;
      expect((await s.store.findInbox(inbox.id))?.inbox).toEqual(inbox);
    });

    it('asks senders to retry for 7 days and reserves the address for 400', async () => {
      const inbox = await s.open();
      s.clock.now = inbox.expiresAt;
      const ended = {
        state: 'ended',
        retryUntil: inbox.expiresAt + 7 * DAY_MS,
        reservedUntil: inbox.expiresAt + 400 * DAY_MS,
      };
      expect(await s.store.findAddress(tagOf(inbox))).toEqual(ended);
      await s.store.cleanup();
      expect(await s.store.findAddress(tagOf(inbox))).toEqual(ended);
    });

    it('gives a reserved address back to its owner alone', async () => {
      const inbox = await s.open();
      await s.deliver(inbox);
      s.clock.now = inbox.expiresAt;
      const again = sampleInbox(s.clock.now, { tag: tagOf(inbox) });
      expect(await s.store.createInbox(again)).toEqual({ ok: false, code: 'address-taken' });
      expect(await s.store.createInbox(again, { reopen: true })).toEqual({ ok: true });
      expect(await s.store.findAddress(tagOf(inbox))).toMatchObject({
        inbox: again,
        usage: { messages: 0 },
      });
      expect(await s.store.findInbox(inbox.id)).toBeNull();
      await s.store.cleanup();
      expect(await s.store.findAddress(tagOf(inbox))).toMatchObject({
        state: 'living',
        inbox: again,
      });
    });

    it('gives an address out anew when its time is over', async () => {
      const inbox = await s.open();
      s.clock.now = inbox.expiresAt + 400 * DAY_MS;
      expect(await s.store.findAddress(tagOf(inbox))).toEqual({ state: 'unknown' });
      const next = sampleInbox(s.clock.now, { tag: tagOf(inbox) });
      expect(await s.store.createInbox(next)).toEqual({ ok: true });
    });

    it('moves with an extension, and the tombstone with it', async () => {
      const inbox = await s.open();
      const mail = await s.deliver(inbox);
      const expiresAt = inbox.expiresAt + HOUR_MS;
      expect(await s.store.changeInbox(inbox.id, { expiresAt })).toEqual({ ...inbox, expiresAt });
      s.clock.now = expiresAt - 1;
      expect((await s.store.findInbox(inbox.id))?.inbox.expiresAt).toBe(expiresAt);
      expect((await s.store.readMessage(inbox.id, mail.id))?.id).toBe(mail.id);
      s.clock.now = expiresAt;
      expect(await s.store.findAddress(tagOf(inbox))).toMatchObject({
        retryUntil: expiresAt + 7 * DAY_MS,
        reservedUntil: expiresAt + 400 * DAY_MS,
      });
    });

    it('stays where it is when only the key changes', async () => {
      const inbox = await s.open();
      const publicKey = 'p'.repeat(43);
      expect(await s.store.changeInbox(inbox.id, { publicKey })).toEqual({ ...inbox, publicKey });
      expect((await s.store.findInbox(inbox.id))?.inbox).toEqual({ ...inbox, publicKey });
      const later = { publicKey: 'q'.repeat(43), expiresAt: inbox.expiresAt + HOUR_MS };
      expect(await s.store.changeInbox(inbox.id, later)).toEqual({ ...inbox, ...later });
      s.clock.now = later.expiresAt - 1;
      expect((await s.store.findInbox(inbox.id))?.inbox).toEqual({ ...inbox, ...later });
      s.clock.now = later.expiresAt;
      expect(await s.store.findAddress(tagOf(inbox))).toMatchObject({
        retryUntil: later.expiresAt + 7 * DAY_MS,
      });
    });

    it('is earlier when the new end is', async () => {
      const inbox = await s.open();
      await s.store.changeInbox(inbox.id, { expiresAt: s.clock.now + HOUR_MS / 2 });
      s.clock.now += HOUR_MS / 2;
      expect(await s.store.findInbox(inbox.id)).toBeNull();
    });

    it('cleans up ended inboxes and says which', async () => {
      const short = await s.open({ expiresAt: s.clock.now + HOUR_MS / 2 });
      const long = await s.open();
      s.clock.now += HOUR_MS / 2;
      expect(await s.store.cleanup()).toEqual([short.id]);
      expect(await s.store.cleanup()).toEqual([]);
      expect((await s.store.findInbox(long.id))?.inbox).toEqual(long);
    });

    it('cleans up more inboxes than fit in one piece', async () => {
      const inboxes = await Promise.all(Array.from({ length: 130 }, () => s.open()));
      s.clock.now += HOUR_MS;
      const ended = await s.store.cleanup();
      expect([...ended].sort()).toEqual(inboxes.map(({ id }) => id).sort());
    });
  });

  describe('deletion of an inbox', () => {
    it('takes it away and answers its senders for good', async () => {
      const inbox = await s.open();
      const { id: mid } = await s.deliver(inbox);
      expect(await s.store.deleteInbox(inbox.id)).toBe(true);
      expect(await s.store.deleteInbox(inbox.id)).toBe(false);
      expect(await s.store.findInbox(inbox.id)).toBeNull();
      expect(await s.store.readPart(inbox.id, mid, 'raw')).toBeNull();
      const state = await s.store.findAddress(tagOf(inbox));
      if (state.state !== 'ended') throw new Error(state.state);
      expect(state.retryUntil).toBeLessThanOrEqual(s.clock.now);
      expect(state.reservedUntil).toBeGreaterThanOrEqual(s.clock.now + 400 * DAY_MS);
    });

    it('keeps the address from being given out, but not from its owner', async () => {
      const inbox = await s.open();
      await s.store.deleteInbox(inbox.id);
      const again = sampleInbox(s.clock.now, { tag: tagOf(inbox) });
      expect(await s.store.createInbox(again)).toEqual({ ok: false, code: 'address-taken' });
      expect(await s.store.createInbox(again, { reopen: true })).toEqual({ ok: true });
    });
  });

  describe('tokens and accesses', () => {
    it('remembers revoked tokens of an inbox', async () => {
      const inbox = await s.open();
      expect(await s.store.revokeToken(inbox.id, 'one')).toBe(true);
      expect(await s.store.revokeToken(inbox.id, 'two')).toBe(true);
      expect(await s.store.revokeToken(inbox.id, 'two')).toBe(true);
      expect((await s.store.findInbox(inbox.id))?.revoked).toEqual(new Set(['one', 'two']));
    });

    it('lists the living inboxes that were made with an access', async () => {
      const accessId = randomName(16);
      const made = await Promise.all([s.open({ accessId }), s.open({ accessId })]);
      const [first, second] = made;
      const third = await s.open({ accessId });
      await s.open({ accessId: randomName(16) });
      await s.open();
      const ids = async () => [...(await s.store.listInboxesOf(accessId))].sort();
      expect(await ids()).toEqual([...made, third].map(({ id }) => id).sort());
      await s.store.deleteInbox(third.id);
      if (second === undefined || first === undefined) throw new Error('not made');
      await s.store.changeInbox(second.id, { expiresAt: second.maxExpiresAt });
      s.clock.now = first.expiresAt;
      expect(await ids()).toEqual([second.id]);
      s.clock.now = second.maxExpiresAt;
      expect(await ids()).toEqual([]);
      expect(await s.store.listInboxesOf(randomName(16))).toEqual([]);
    });

    it('keeps accesses until they are deleted', async () => {
      const first = { id: 'b-first', label: 'laptop', createdAt: 1 };
      const second = { id: 'a-second', label: 'Büro', createdAt: 2 };
      await s.store.saveAccess(second);
      await s.store.saveAccess(first);
      expect(await s.store.findAccess('b-first')).toEqual(first);
      expect(await s.store.listAccess()).toEqual([first, second]);
      expect(await s.store.deleteAccess('b-first')).toBe(true);
      expect(await s.store.deleteAccess('b-first')).toBe(false);
      expect(await s.store.findAccess('b-first')).toBeNull();
      expect(await s.store.listAccess()).toEqual([second]);
    });
  });
}
