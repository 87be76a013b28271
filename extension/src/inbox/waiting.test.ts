import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inboxOf, messageId, messageOf, minute, start } from '../../test/storage-fixture.ts';
import { WaitingFixture } from '../../test/waiting-fixture.ts';
import { alarmName } from './waiting.ts';

let fixture: WaitingFixture;
const hot = inboxOf();
const cold = inboxOf({ hotUntil: start - 20 * minute });

const isHeld = (count = 1) => vi.waitFor(() => expect(fixture.relay.held).toBe(count));
const alarm = () => fixture.alarms.get(alarmName);

beforeEach(() => {
  fixture = new WaitingFixture();
});
afterEach(() => {
  expect(fixture.faults).toEqual([]);
});

describe('while an inbox is hot', () => {
  it('holds one request for all inboxes and keeps what comes', async () => {
    await fixture.open(hot);
    const second = await fixture.open(
      inboxOf({ id: 'dddddddddddddddd-0000000000000000', token: 'token-b' }),
    );
    await fixture.createWaiting().resume();
    await isHeld();
    fixture.relay.deliver(hot.id, messageOf(1));
    await vi.waitFor(async () => expect(await fixture.messages(hot)).toEqual([messageId(1)]));
    expect(fixture.results.flatMap((result) => result.arrived)).toHaveLength(1);
    await isHeld();
    fixture.relay.deliver(second.id, messageOf(2));
    await vi.waitFor(async () => expect(await fixture.messages(second)).toEqual([messageId(2)]));
  });

  it('asks only for what came after the last cursor', async () => {
    await fixture.open({ ...hot, cursor: 'c1' });
    fixture.relay.deliver(hot.id, messageOf(1));
    await fixture.createWaiting().resume();
    await isHeld();
    expect(fixture.relay.calls[0]?.body).toEqual({
      wait: 25,
      inboxes: [{ token: hot.token, after: 'c1' }],
    });
    expect(await fixture.messages(hot)).toEqual([]);
  });

  it('has an alarm that brings a dead worker back within a minute', async () => {
    await fixture.open(hot);
    await fixture.createWaiting().resume();
    await isHeld();
    expect(alarm()).toEqual({ when: start + minute, periodInMinutes: 1 });
  });

  it('goes on in another life of the worker where the last one ended', async () => {
    await fixture.open(hot);
    await fixture.createWaiting().resume();
    await isHeld();
    fixture.relay.deliver(hot.id, messageOf(1));
    await isHeld();
    fixture.relay.wake();
    const later = fixture.createWaiting();
    fixture.relay.deliver(hot.id, messageOf(2));
    await later.resume();
    await vi.waitFor(async () => expect(await fixture.messages(hot)).toHaveLength(2));
    expect(fixture.results.flatMap((result) => result.arrived)).toHaveLength(2);
  });

  it('starts afresh for an inbox that was made meanwhile', async () => {
    await fixture.open(hot);
    const waiting = fixture.createWaiting();
    await waiting.resume();
    await isHeld();
    await fixture.open(inboxOf({ id: 'dddddddddddddddd-0000000000000000', token: 'token-b' }));
    await waiting.restart();
    await vi.waitFor(() => expect(fixture.relay.count('/v1/watch')).toBeGreaterThan(1));
    expect(fixture.relay.calls.at(-1)?.body).toMatchObject({
      inboxes: [{ token: 'token-a' }, { token: 'token-b' }],
    });
    await isHeld();
  });

  it('does not ask a second time when another event wakes it', async () => {
    await fixture.open(hot);
    const waiting = fixture.createWaiting();
    await waiting.resume();
    await isHeld();
    await waiting.resume();
    await waiting.resume();
    expect(fixture.relay.held).toBe(1);
  });

  it('watches inboxes of private windows in a request of their own', async () => {
    await fixture.open(hot);
    await fixture.open(
      inboxOf({ id: 'dddddddddddddddd-0000000000000000', token: 'token-b', isPrivate: true }),
    );
    await fixture.createWaiting().resume();
    await isHeld(2);
    expect(fixture.relay.calls.map((call) => call.body)).toEqual(
      expect.arrayContaining([
        { wait: 25, inboxes: [{ token: 'token-a' }] },
        { wait: 25, inboxes: [{ token: 'token-b' }] },
      ]),
    );
  });

  it('does not run in circles when a relay answers at once with nothing', async () => {
    await fixture.open(hot);
    await fixture.createWaiting().resume();
    await isHeld();
    fixture.relay.wake();
    await vi.waitFor(() => expect(fixture.pauses).toEqual([1000]));
    expect(fixture.relay.count('/v1/watch')).toBe(1);
    fixture.endPauses();
    await isHeld();
  });
});

describe('when no inbox is hot any more', () => {
  it('asks once without waiting, and sets the alarm for the next look', async () => {
    await fixture.open(cold);
    fixture.relay.deliver(cold.id, messageOf(1));
    await fixture.createWaiting().resume();
    await vi.waitFor(async () => expect(await fixture.messages(cold)).toHaveLength(1));
    await vi.waitFor(() => expect(alarm()?.when).toBe(start + 10 * minute));
    expect(fixture.relay.held).toBe(0);
  });

  it('rests without an alarm when nothing lives', async () => {
    await fixture.open({ ...cold, ended: true });
    fixture.alarms.set(alarmName, { when: 1, periodInMinutes: 1 });
    await fixture.createWaiting().resume();
    expect(fixture.relay.calls).toEqual([]);
    expect(alarm()).toBeUndefined();
  });

  it('takes the mail of an address whose time is up', async () => {
    await fixture.open(cold);
    const waiting = fixture.createWaiting();
    fixture.relay.deliver(cold.id, messageOf(1));
    await waiting.askNow();
    fixture.now = cold.expiresAt + minute;
    await waiting.resume();
    expect(await fixture.messages(cold)).toEqual([]);
    expect((await fixture.storage.secrets.readInbox(cold.id))?.ended).toBe(true);
  });
});

describe('when something is wrong', () => {
  it('loses nothing while the relay is away, and says so', async () => {
    await fixture.open(hot);
    const waiting = fixture.createWaiting();
    await waiting.resume();
    await isHeld();
    fixture.relay.down = true;
    fixture.relay.wake();
    await vi.waitFor(() => expect(fixture.pauses).toEqual([1000]));
    expect(await fixture.storage.relay.readState()).toMatchObject({
      trouble: 'unreachable',
      nextTryAt: start + 1000,
    });
    fixture.endPauses();
    await vi.waitFor(() => expect(fixture.pauses).toEqual([2000]));
    fixture.relay.down = false;
    fixture.relay.deliver(hot.id, messageOf(1));
    fixture.endPauses();
    await vi.waitFor(async () => expect(await fixture.messages(hot)).toHaveLength(1));
    expect((await fixture.storage.relay.readState()).trouble).toBeNull();
  });

  it('leaves a long pause to the alarm', async () => {
    await fixture.open(hot);
    for (let n = 0; n < 6; n += 1) await fixture.contact.failed(hot.relayUrl, 'overloaded');
    await fixture.createWaiting().resume();
    await vi.waitFor(() => expect(alarm()?.when).toBe(start + 32_000));
    expect(fixture.pauses).toEqual([]);
    expect(fixture.relay.calls).toEqual([]);
  });

  it('lists everything afresh when the cursor is older than what the relay remembers', async () => {
    await fixture.open({ ...cold, cursor: 'c1' });
    await fixture.storage.secrets.edit(false, async (mail) => {
      await mail.putMessage({ inboxId: cold.id, id: messageId(9), message: messageOf(9) });
    });
    fixture.relay.floor = 2;
    for (const n of [1, 2, 3]) fixture.relay.deliver(cold.id, messageOf(n));
    await fixture.createWaiting().askNow();
    expect(await fixture.messages(cold)).toEqual([3, 2, 1].map(messageId));
    expect((await fixture.storage.secrets.readInbox(cold.id))?.cursor).toBe('c3');
  });

  it('ends an inbox that the relay no longer knows, and goes on with the others', async () => {
    await fixture.open(hot);
    const gone = await fixture.open(
      inboxOf({ id: 'dddddddddddddddd-0000000000000000', token: 'token-b' }),
    );
    await fixture.createWaiting().resume();
    await isHeld();
    fixture.relay.end(gone.id);
    await vi.waitFor(async () =>
      expect((await fixture.storage.secrets.readInbox(gone.id))?.ended).toBe(true),
    );
    await isHeld();
    expect(fixture.relay.calls.at(-1)?.body).toMatchObject({ inboxes: [{ token: 'token-a' }] });
  });

  it('keeps an inbox that the relay only cannot serve just now', async () => {
    await fixture.open(cold);
    fixture.relay.refusals.set('/v1/watch', 'store-unavailable');
    await fixture.createWaiting().askNow();
    expect((await fixture.storage.secrets.readInbox(cold.id))?.ended).toBe(false);
    expect((await fixture.storage.relay.readState()).trouble).toBe('store-unavailable');
  });
});
