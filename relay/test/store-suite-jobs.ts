import { describe, expect, it, vi } from 'vitest';
import { randomName } from './store-samples.ts';
import type { Setting } from './store-setting.ts';

/** Work that one relay does for all. */
export function describeJobs(s: Setting): void {
  describe('a lease', () => {
    const MINUTE = 60_000;

    it('is held by one, who may prolong it, and given to the next when that one drops it', async () => {
      const job = randomName(20);
      expect(await s.store.takeLease(job, 'one', MINUTE)).toEqual({ fence: 1 });
      expect(await s.store.takeLease(job, 'other', MINUTE)).toBeNull();
      expect(await s.store.takeLease(job, 'one', MINUTE)).toEqual({ fence: 1 });
      await s.store.dropLease(job, 'other');
      expect(await s.store.takeLease(job, 'other', MINUTE)).toBeNull();
      await s.store.dropLease(job, 'one');
      expect(await s.store.takeLease(job, 'other', MINUTE)).toEqual({ fence: 2 });
    });

    it('is given to the next when its time is over', async () => {
      const job = randomName(20);
      await s.store.takeLease(job, 'one', 300);
      await vi.waitFor(async () => {
        s.clock.now += 50;
        expect(await s.store.takeLease(job, 'other', MINUTE)).toEqual({ fence: 2 });
      }, 10_000);
    });

    it('is got by one of many who ask at once', async () => {
      const job = randomName(20);
      const names = Array.from({ length: 12 }, (_, n) => `relay-${n}`);
      const got = await Promise.all(names.map((name) => s.store.takeLease(job, name, MINUTE)));
      expect(got.filter((lease) => lease !== null)).toEqual([{ fence: 1 }]);
    });

    it('lets its holder say how far it has come, and nobody from before', async () => {
      const job = randomName(20);
      expect(await s.store.readPlace(job)).toBeNull();
      expect(await s.store.savePlace(job, 1, 'nowhere')).toBe(false);
      await s.store.takeLease(job, 'one', MINUTE);
      expect(await s.store.savePlace(job, 1, 'here')).toBe(true);
      await s.store.dropLease(job, 'one');
      await s.store.takeLease(job, 'other', MINUTE);
      expect(await s.store.savePlace(job, 1, 'back')).toBe(false);
      expect(await s.store.savePlace(job, 2, 'there')).toBe(true);
      await s.harness.crash();
      expect(await s.store.readPlace(job)).toBe('there');
    });
  });
}
