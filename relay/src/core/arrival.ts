import { createHmac, type KeyObject } from 'node:crypto';
import type { Keys } from './keys.ts';

/** Each part with its length before it, so that no two lists of parts are one text. */
function nameWith(key: KeyObject, parts: readonly (string | Uint8Array)[]): string {
  const mac = createHmac('sha256', key);
  for (const part of parts) {
    const octets = typeof part === 'string' ? Buffer.from(part) : part;
    mac.update(`${octets.length}:`).update(octets);
  }
  return mac.digest('base64url').slice(0, 27);
}

/** The names of a mail under each secret, newest first: it may have come when another one signed. */
export function arrivalNames(
  keys: Keys,
  parts: readonly (string | Uint8Array)[],
): readonly [string, ...string[]] {
  const { signing, all } = keys;
  const older = all.filter(({ kid }) => kid !== signing.kid);
  return [
    nameWith(signing.arrival, parts),
    ...older.map(({ arrival }) => nameWith(arrival, parts)),
  ];
}
