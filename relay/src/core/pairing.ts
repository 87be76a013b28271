import { hash } from 'node:crypto';
import type { Access } from './access.ts';
import type { Outcome } from './errors.ts';
import type { AccessRecord, Clock, Random, Store } from './ports.ts';
import { randomName } from './random-name.ts';

/** From the operator's terminal to a browser is a matter of moments. */
export const pairingMinutes = 10;
/** Of five random bits each: 130. Too many to guess, so a plain hash of it gives nothing away. */
const codeLength = 26;

const hashOf = (code: string): string => hash('sha256', `mayfly/1/pair/${code}`, 'hex');

export interface OfferDeps {
  readonly store: Pick<Store, 'savePairing'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** A code that gives one browser access, once, for a while. Nobody can read it out of the store. */
export async function offerPairing(
  { store, clock, random }: OfferDeps,
  label: string,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const code = randomName(random, codeLength);
  const expiresAt = clock() + pairingMinutes * 60_000;
  await store.savePairing({ codeHash: hashOf(code), label, expiresAt });
  return { code, expiresAt };
}

export interface PairingDeps {
  readonly store: Pick<Store, 'takePairing'>;
  readonly access: Pick<Access, 'issue'>;
}

export interface Pairing {
  /** Changes a code for access. One that is wrong, used or too old gets one and the same answer. */
  redeem(code: string): Promise<Outcome<{ access: AccessRecord; token: string }>>;
}

export function createPairing({ store, access }: PairingDeps): Pairing {
  return {
    async redeem(code) {
      const pairing = await store.takePairing(hashOf(code));
      if (pairing === null) return { ok: false, code: 'pair-code-invalid' };
      return { ok: true, ...(await access.issue(pairing.label)) };
    },
  };
}
