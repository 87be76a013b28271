import {
  items,
  readItem,
  removeItem,
  type StorageAreas,
  type WaitingPairing,
  writeItem,
} from './items.ts';
import type { Exclusively } from './private-mail.ts';

/** The pairing for which the browser is asking the person for a host. In memory, for it is of no use later. */
export interface PairingStore {
  /** Null: the person said no. */
  wait(pairing: WaitingPairing | null): Promise<void>;
  /** Takes it away: of several who ask, one gets it. */
  take(): Promise<WaitingPairing | null>;
}

export function createPairingStore(areas: StorageAreas, exclusively: Exclusively): PairingStore {
  const item = items.waitingPairing;
  return {
    wait: (pairing) =>
      exclusively(() =>
        pairing === null ? removeItem(areas, item) : writeItem(areas, item, pairing),
      ),
    take: () =>
      exclusively(async () => {
        const pairing = await readItem(areas, item);
        await removeItem(areas, item);
        return pairing;
      }),
  };
}
