import { describe, expect, it } from 'vitest';
import type { Setting } from './store-setting.ts';

const minute = 60_000;
/** Redis counts the rest of a window by its own clock. */
const about = (time: number) => ({ least: time - 5000, most: time + 5000 });

/** What relays count together. */
export function describeCounter(s: Setting): void {
  describe('a counter', () => {
    it('counts what all relays add to one key, and each key for itself', async () => {
      const { counter, otherCounter } = s.harness;
      expect((await counter.add('requests:a', minute)).hits).toBe(1);
      expect((await otherCounter.add('requests:a', minute)).hits).toBe(2);
      expect((await counter.add('requests:b', minute)).hits).toBe(1);
      expect((await counter.read('requests:a'))?.hits).toBe(2);
      expect(await otherCounter.read('requests:c')).toBeNull();
    });

    it('ends a window that long after its first hit', async () => {
      const { counter } = s.harness;
      const { until } = await counter.add('shut:a', minute);
      const { least, most } = about(s.clock.now + minute);
      expect(until).toBeGreaterThan(least);
      expect(until).toBeLessThan(most);
      expect((await counter.add('shut:a', 10 * minute)).until).toBeLessThanOrEqual(
        s.clock.now + 10 * minute,
      );
    });

    it('takes back what is there, and nothing else', async () => {
      const { counter, otherCounter } = s.harness;
      await counter.takeBack('inboxes:a');
      expect(await counter.read('inboxes:a')).toBeNull();
      await counter.add('inboxes:a', minute);
      await otherCounter.takeBack('inboxes:a');
      await counter.takeBack('inboxes:a');
      expect((await counter.add('inboxes:a', minute)).hits).toBe(1);
    });

    it('counts every one of many that come at once', async () => {
      const { counter, otherCounter } = s.harness;
      const adding = Array.from({ length: 200 }, (_, n) =>
        (n % 2 === 0 ? counter : otherCounter).add('requests:a', minute),
      );
      const hits = (await Promise.all(adding)).map((counted) => counted.hits);
      expect(new Set(hits).size).toBe(200);
      expect(Math.max(...hits)).toBe(200);
    });
  });
}
