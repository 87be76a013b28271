import { describe, expect, it } from 'vitest';
import type { InboxSignal, Publisher } from '../src/core/ports.ts';
import type { Setting } from './store-setting.ts';
import { analysed, sampleInbox } from './store-samples.ts';

const moved = (expiresAt: number): InboxSignal => ({ kind: 'extended', expiresAt });

/** Collects what a subscription hears; `heard(n)` waits for the nth signal. */
function listenerOf() {
  const signals: InboxSignal[] = [];
  let wake = (): void => {};
  const listen = (signal: InboxSignal): void => {
    signals.push(signal);
    wake();
  };
  const heard = async (count: number): Promise<readonly InboxSignal[]> => {
    while (signals.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return signals;
  };
  return { listen, heard, signals };
}

/** What wakes waiters. */
export function describePublisher(s: Setting): void {
  /** Signals of one channel keep their order, so nothing earlier is still under way once this one came. */
  const flush = async (
    publisher: Publisher,
    id: ReturnType<typeof sampleInbox>['id'],
  ): Promise<void> => {
    const marker = listenerOf();
    const leave = await publisher.subscribe(id, marker.listen);
    await publisher.publish(id, { kind: 'revoked', jti: 'marker' });
    await marker.heard(1);
    leave();
  };

  describe('publisher', () => {
    it('brings every kind of signal, whole and in order', async () => {
      const { id } = sampleInbox(s.clock.now);
      const ear = listenerOf();
      await s.harness.publisher.subscribe(id, ear.listen);
      const all: InboxSignal[] = [
        moved(123),
        { kind: 'rekeyed', publicKey: 'k'.repeat(43) },
        { kind: 'revoked', jti: 'j' },
        { kind: 'ended' },
      ];
      for (const signal of all) await s.harness.publisher.publish(id, signal);
      expect(await ear.heard(4)).toEqual(all);
    });

    it('brings each change of an inbox to whoever waits, on any relay', async () => {
      const inbox = await s.open();
      const [here, there] = [listenerOf(), listenerOf()];
      await s.harness.publisher.subscribe(inbox.id, here.listen);
      await s.harness.otherPublisher.subscribe(inbox.id, there.listen);
      const { id } = await s.save(inbox);
      const changes = [
        await s.store.publishMessage(inbox.id, id, analysed()),
        await s.store.markSeen(inbox.id, id, true),
        await s.store.deleteMessage(inbox.id, id),
      ];
      const expected = changes.map(
        (change) => ({ kind: 'changed', seq: change?.seq ?? 0 }) as const,
      );
      for (const signal of expected) await s.harness.publisher.publish(inbox.id, signal);
      expect(await here.heard(3)).toEqual(expected);
      expect(await there.heard(3)).toEqual(expected);
    });

    it('reaches a waiter on another relay from the moment it has subscribed', async () => {
      for (let round = 0; round < 20; round += 1) {
        const { id } = sampleInbox(s.clock.now);
        const ear = listenerOf();
        await s.harness.otherPublisher.subscribe(id, ear.listen);
        await s.harness.publisher.publish(id, moved(round));
        expect(await ear.heard(1)).toEqual([moved(round)]);
      }
    });

    it('tells all waiters of an inbox and none of another', async () => {
      const [mine, other] = [sampleInbox(s.clock.now), sampleInbox(s.clock.now)];
      const [first, second, elsewhere] = [listenerOf(), listenerOf(), listenerOf()];
      await s.harness.publisher.subscribe(mine.id, first.listen);
      await s.harness.publisher.subscribe(mine.id, second.listen);
      await s.harness.publisher.subscribe(other.id, elsewhere.listen);
      await s.harness.publisher.publish(mine.id, moved(1));
      expect(await first.heard(1)).toEqual([moved(1)]);
      expect(await second.heard(1)).toEqual([moved(1)]);
      await flush(s.harness.publisher, other.id);
      expect(elsewhere.signals).toEqual([{ kind: 'revoked', jti: 'marker' }]);
    });

    it('leaves one waiter in peace who left, and goes on for the others', async () => {
      const { id } = sampleInbox(s.clock.now);
      const [gone, stays] = [listenerOf(), listenerOf()];
      const leave = await s.harness.publisher.subscribe(id, gone.listen);
      await s.harness.publisher.subscribe(id, stays.listen);
      leave();
      leave();
      await s.harness.publisher.publish(id, moved(1));
      expect(await stays.heard(1)).toEqual([moved(1)]);
      expect(gone.signals).toEqual([]);
    });

    it('hears again after all had left', async () => {
      const { id } = sampleInbox(s.clock.now);
      const [early, late] = [listenerOf(), listenerOf()];
      (await s.harness.publisher.subscribe(id, early.listen))();
      await s.harness.publisher.subscribe(id, late.listen);
      await s.harness.publisher.publish(id, moved(2));
      expect(await late.heard(1)).toEqual([moved(2)]);
      expect(early.signals).toEqual([]);
    });

    it('publishes to nobody without complaint', async () => {
      const { id } = sampleInbox(s.clock.now);
      await expect(s.harness.publisher.publish(id, moved(1))).resolves.toBeUndefined();
    });
  });
}
