import { createHmac, timingSafeEqual } from 'node:crypto';
import { type EmailAddress, emailAddressSchema } from '@mayfly/shared/contract/inbox';
import type { Keys, KeySet } from './keys.ts';
import type { Random } from './ports.ts';
import { encodeName } from './random-name.ts';

/**
 * A restore key is `mfr1_` and, in base64url: the length of the kid (one octet), kid, seed (16 octets), MAC
 * (16 octets), address. Whoever holds it may reopen the address; the relay remembers nobody.
 */
const prefix = 'mfr1_';
const seedLength = 16;
const macLength = 16;

export interface RestoreKey {
  readonly kid: string;
  readonly seed: Uint8Array;
  readonly address: EmailAddress;
}

export function randomSeed(random: Random): Uint8Array {
  return random(seedLength);
}

function macOf(keySet: KeySet, seed: Uint8Array, address: string): Buffer {
  const mac = createHmac('sha256', keySet.restoreKey).update('restore\0').update(seed);
  return mac.update(address).digest().subarray(0, macLength);
}

/**
 * The characters that end a chosen name. They come from the seed, which only the holder of the restore key has, so
 * that nobody else gets the same name, even from a relay that was emptied.
 */
export function chosenSuffix(
  keySet: KeySet,
  seed: Uint8Array,
  chosen: { readonly localPart: string; readonly domain: string },
): string {
  const mac = createHmac('sha256', keySet.restoreKey).update('chosen\0').update(seed);
  return encodeName(mac.update(`${chosen.localPart}@${chosen.domain}`).digest(), 4);
}

export function makeRestoreKey(keySet: KeySet, seed: Uint8Array, address: EmailAddress): string {
  if (seed.length !== seedLength) throw new RangeError(`A seed has ${seedLength} octets`);
  const kid = Buffer.from(keySet.kid, 'latin1');
  const mac = macOf(keySet, seed, address);
  const bytes = Buffer.concat([Buffer.of(kid.length), kid, seed, mac, Buffer.from(address)]);
  return prefix + bytes.toString('base64url');
}

/** Null when this relay did not make it, or its secret is gone. */
export function readRestoreKey(keys: Keys, text: string): RestoreKey | null {
  if (!text.startsWith(prefix) || text.length > 512) return null;
  const bytes = Buffer.from(text.slice(prefix.length), 'base64url');
  // The decoder takes what the encoder never writes: a key has one form.
  if (bytes.toString('base64url') !== text.slice(prefix.length)) return null;
  const seedAt = 1 + (bytes[0] ?? 0);
  const macAt = seedAt + seedLength;
  if (bytes.length <= macAt + macLength) return null;
  const keySet = keys.find(bytes.toString('latin1', 1, seedAt));
  if (keySet === undefined) return null;
  const seed = bytes.subarray(seedAt, macAt);
  const address = emailAddressSchema.safeParse(bytes.toString('utf8', macAt + macLength));
  if (!address.success) return null;
  const expected = macOf(keySet, seed, address.data);
  const genuine = timingSafeEqual(expected, bytes.subarray(macAt, macAt + macLength));
  return genuine ? { kid: keySet.kid, seed: Uint8Array.from(seed), address: address.data } : null;
}
