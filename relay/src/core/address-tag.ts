import { createHmac } from 'node:crypto';
import { type EmailAddress, type InboxId, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { Keys, KeySet } from './keys.ts';
import type { AddressState, AddressTag, Random, Store } from './ports.ts';
import { encodeName, randomName } from './random-name.ts';

const tagLength = 16;

function isTag(text: string): text is AddressTag {
  return text.length === tagLength;
}

function makeTag(keySet: KeySet, address: EmailAddress): AddressTag {
  const mac = createHmac('sha256', keySet.tombstone).update(address).digest();
  const tag = encodeName(mac, tagLength);
  if (!isTag(tag)) throw new RangeError('A tag has the wrong length');
  return tag;
}

/** The tag under which an address is kept now. */
export function addressTag(keys: Keys, address: EmailAddress): AddressTag {
  return makeTag(keys.signing, address);
}

/** Every tag under which the address may be kept, the present one first: it was given out under the secret of its time. */
export function addressTags(keys: Keys, address: EmailAddress): readonly AddressTag[] {
  return keys.all.map((keySet) => makeTag(keySet, address));
}

/** A fresh id for an inbox at the address with this tag. */
export function inboxIdFor(tag: AddressTag, random: Random): InboxId {
  return inboxIdSchema.parse(`${tag}-${randomName(random, 16)}`);
}

/** What stands at an address, under whichever secret it was given out. */
export async function lookUpAddress(
  store: Pick<Store, 'findAddress'>,
  keys: Keys,
  address: EmailAddress,
): Promise<AddressState> {
  let state: AddressState = { state: 'unknown' };
  for (const tag of addressTags(keys, address)) {
    const found = await store.findAddress(tag);
    if (found.state === 'living') return found;
    if (state.state === 'unknown') state = found;
  }
  return state;
}
