import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageItem } from '@mayfly/shared/contract/message';
import type { Open } from '@mayfly/shared/sealing/hpke';
import type { OwnMessage } from '../storage/model.ts';

export interface Applied {
  readonly put: readonly OwnMessage[];
  readonly removed: readonly string[];
}

/** Opens what came, for those who keep it. The last word on each message counts. */
export async function applyItems(
  inboxId: InboxId,
  items: readonly MessageItem[],
  open: Open | null,
): Promise<Applied> {
  if (items.length === 0) return { put: [], removed: [] };
  // Loaded with the first mail: an empty page does without.
  const { openMessage } = await import('@mayfly/shared/sealing/open-message');
  const last = new Map(items.map((item) => [item.id, item]));
  const put: OwnMessage[] = [];
  const removed: string[] = [];
  for (const item of last.values()) {
    if (item.change === 'deleted') {
      removed.push(item.id);
      continue;
    }
    put.push({ inboxId, id: item.id, message: await openMessage(inboxId, item, open) });
  }
  return { put, removed };
}
