import type { Open, SealingKeys } from '@mayfly/shared/sealing/hpke';

/** Loaded with the first address: the page is there before it. */
const load = () => import('@mayfly/shared/sealing/hpke');

/** So that the first click need not wait for it. */
export const prepareSealing = () => void load().catch(() => {});

/** Null where this browser makes no keys: outside of a secure context, or without X25519. */
export async function makeKeys(): Promise<SealingKeys | null> {
  const { newSealingKeys } = await load();
  try {
    return await newSealingKeys();
  } catch {
    return null;
  }
}

/** Hands out what opens the mail to a private key; each is made once. */
export function createOpeners() {
  const made = new Map<string, Promise<Open | null>>();
  const make = async (privateKey: string) => {
    try {
      return await (await load()).opener(privateKey);
    } catch {
      return null;
    }
  };
  return async (privateKey: string | null): Promise<Open | null> => {
    if (privateKey === null) return null;
    const known = made.get(privateKey) ?? make(privateKey);
    made.set(privateKey, known);
    return known;
  };
}
