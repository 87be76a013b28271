import { describe, expect, it } from 'vitest';
import type { PairingRecord } from '../src/core/ports.ts';
import { HOUR_MS, randomName } from './store-samples.ts';
import type { Setting } from './store-setting.ts';

/** The offers of access that wait for their code. */
export function describePairings(s: Setting): void {
  const sample = (over: Partial<PairingRecord> = {}): PairingRecord => ({
    codeHash: randomName(64),
    label: 'Büro',
    expiresAt: s.clock.now + HOUR_MS,
    ...over,
  });
  const save = async (over?: Partial<PairingRecord>): Promise<PairingRecord> => {
    const pairing = sample(over);
    await s.store.savePairing(pairing);
    return pairing;
  };

  describe('pairings', () => {
    it('hands one out once, and none that was never made', async () => {
      const [one, other] = [await save(), await save({ label: 'laptop' })];
      expect(await s.store.takePairing(one.codeHash)).toEqual(one);
      expect(await s.store.takePairing(one.codeHash)).toBeNull();
      expect(await s.store.takePairing(randomName(64))).toBeNull();
      expect(await s.store.takePairing(other.codeHash)).toEqual(other);
    });

    it('gives it to one of many who ask at once', async () => {
      const { codeHash } = await save();
      const all = await Promise.all(
        Array.from({ length: 30 }, () => s.store.takePairing(codeHash)),
      );
      expect(all.filter((taken) => taken !== null)).toHaveLength(1);
    });

    it('lasts to the last millisecond, and no longer', async () => {
      const [one, other] = [await save(), await save()];
      s.clock.now = one.expiresAt - 1;
      expect(await s.store.takePairing(one.codeHash)).toEqual(one);
      s.clock.now = one.expiresAt;
      expect(await s.store.takePairing(other.codeHash)).toBeNull();
    });

    it('survives a crash, and so does that it was taken', async () => {
      const [kept, taken] = [await save(), await save()];
      await s.store.takePairing(taken.codeHash);
      await s.harness.crash();
      expect(await s.store.takePairing(kept.codeHash)).toEqual(kept);
      expect(await s.store.takePairing(taken.codeHash)).toBeNull();
    });
  });
}
