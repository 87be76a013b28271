import type { KeyObject } from 'node:crypto';
import type { MessageId } from '@mayfly/shared/contract/message';
import { sealingInfo, sealingPlace } from '@mayfly/shared/sealing/place';
import { wrapPlain, wrapSealed } from './envelope.ts';
import { RelayError } from './errors.ts';
import { createSealer, importPublicKey, isUsableKey } from './hpke.ts';
import type { InboxRecord, PartName } from './ports.ts';

/** Whose mail it is, and whether it is sealed. */
export type Owner = Pick<InboxRecord, 'id' | 'publicKey'>;

const seal = createSealer(Buffer.from(sealingInfo));

/** To read a key costs as much as half of what is done with it, and mail comes in bursts. */
const mostKeys = 500;
const keys = new Map<string, KeyObject>();

function keyOf(publicKey: string): KeyObject {
  const known = keys.get(publicKey);
  if (known !== undefined) return known;
  const key = importPublicKey(publicKey);
  keys.set(publicKey, key);
  const [oldest] = keys.keys();
  if (oldest !== undefined && keys.size > mostKeys) keys.delete(oldest);
  return key;
}

/** @throws RelayError `invalid-request` when mail cannot be sealed to it. */
export function checkKey(publicKey: string | undefined): void {
  if (publicKey === undefined || isUsableKey(publicKey)) return;
  const fields = [{ path: 'publicKey', message: 'is no X25519 key that mail can be sealed to' }];
  throw new RelayError('invalid-request', { fields });
}

/** Puts the parts of one message into the form in which they are stored: sealed where the inbox has a key. */
export function createWrap({ id, publicKey }: Owner, message: MessageId) {
  if (publicKey === null) return (_part: PartName, bytes: Uint8Array) => wrapPlain(bytes);
  const key = keyOf(publicKey);
  return (part: PartName, bytes: Uint8Array): Uint8Array => {
    const { enc, ct } = seal(key, Buffer.from(sealingPlace(id, message, part)), bytes);
    return wrapSealed(enc, ...ct);
  };
}

export type Wrap = ReturnType<typeof createWrap>;
