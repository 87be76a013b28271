import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The keys that come from one secret. Each has one use, so that none helps against another. */
export interface KeySet {
  readonly kid: string;
  /** Signs the tokens (HS256). */
  readonly token: KeyObject;
  /** Proves that this relay made a restore key. */
  readonly restoreKey: KeyObject;
  /** Turns an address into its tag. */
  readonly tombstone: KeyObject;
  /** Turns a mail into the name by which it is known again. */
  readonly arrival: KeyObject;
  /** Turns the network of a client into what it is counted by. */
  readonly client: KeyObject;
}

export interface Keys {
  /** What is made now is made with these. */
  readonly signing: KeySet;
  /** What was made before may have been made with any of these, `signing` included, newest first. */
  readonly all: readonly KeySet[];
  find(kid: string): KeySet | undefined;
}

const minSecretLength = 32;

function deriveKey(secret: string, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `mayfly/1/${use}`, 32)));
}

/**
 * Separate keys for each use by HKDF (RFC 5869) from each secret; the first secret signs, all verify.
 * @throws RangeError when there is no secret, one is too short, or two share a kid.
 */
export function deriveKeys(secrets: readonly { kid: string; secret: string }[]): Keys {
  const byKid = new Map<string, KeySet>();
  for (const { kid, secret } of secrets) {
    if (secret.length < minSecretLength) throw new RangeError(`The secret ${kid} is too short`);
    if (!/^[a-z0-9]{1,16}$/i.test(kid) || byKid.has(kid)) throw new RangeError('A kid is unfit');
    byKid.set(kid, {
      kid,
      token: deriveKey(secret, 'token'),
      restoreKey: deriveKey(secret, 'restore-key'),
      tombstone: deriveKey(secret, 'tombstone'),
      arrival: deriveKey(secret, 'arrival'),
      client: deriveKey(secret, 'client'),
    });
  }
  const all = [...byKid.values()];
  const [signing] = all;
  if (signing === undefined) throw new RangeError('There is no secret');
  return { signing, all, find: (kid) => byKid.get(kid) };
}
