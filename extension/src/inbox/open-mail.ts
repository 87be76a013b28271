import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { type MessageItem, messageIdSchema } from '@mayfly/shared/contract/message';
import { type Open, opener } from '@mayfly/shared/sealing/hpke';
import { openDownload, openMessage } from '@mayfly/shared/sealing/open-message';
import { type SealedPartName, sealingPlace } from '@mayfly/shared/sealing/place';
import type { OwnInbox } from '../storage/model.ts';

type Owner = Pick<OwnInbox, 'id' | 'privateKey'>;

/** By private key; a worker lives for seconds, and a page shows a handful of inboxes. */
const openers = new Map<string, Promise<Open | null>>();

function openerOf({ privateKey }: Owner): Promise<Open | null> {
  if (privateKey === undefined || privateKey === null) return Promise.resolve(null);
  // A key that cannot be used opens nothing; the messages say so.
  const made = openers.get(privateKey) ?? opener(privateKey).catch(() => null);
  openers.set(privateKey, made);
  return made;
}

/** What the relay told of an inbox, as its owner reads it. */
export async function openItems(
  owner: Owner,
  items: readonly MessageItem[],
): Promise<readonly MessageItem[]> {
  const id = inboxIdSchema.parse(owner.id);
  const open = await openerOf(owner);
  return Promise.all(
    items.map(async (item) => (item.change === 'deleted' ? item : openMessage(id, item, open))),
  );
}

/**
 * A raw form or an attachment; null when it cannot be opened. What stands in plain at the relay is handed on: no mail
 * begins with the octet of what is sealed.
 */
export async function openPart(
  owner: Owner,
  mid: string,
  part: SealedPartName,
  octets: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const open = await openerOf(owner);
  if (open === null || octets[0] !== 1) return octets;
  const place = sealingPlace(inboxIdSchema.parse(owner.id), messageIdSchema.parse(mid), part);
  return openDownload(octets, place, open).catch(() => null);
}
