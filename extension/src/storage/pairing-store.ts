import { items, readItem, type StorageAreas, type WaitingPairing, writeItem } from './items.ts';
import type { Exclusively } from './private-mail.ts';

/** The pairing for which the browser is asking the person for a host. In memory, for it is of no use later. */
export interface PairingStore {
  /** Null: the person said no. */
  wait(pairing: WaitingPairing | null): Promise<void>;
  /** Takes it away: of several who ask, one gets it. */
  take(): Promise<WaitingPairing | null>;
}

export function createPairingStore(areas: StorageAreas, exclusively: Exclusively): PairingStore {
  const wait: PairingStore['wait'] = (pairing) => writeItem(areas, items.waitingPairing, pairing);
  return {
    wait: (pairing) => exclusively(() => wait(pairing)),
    take: () =>
      exclusively(async () => {
        const pairing = await readItem(areas, items.waitingPairing);
        await wait(null);
        return pairing;
      }),
  };
}
