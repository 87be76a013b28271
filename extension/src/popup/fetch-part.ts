import type { SealedPartName } from '@mayfly/shared/sealing/place';
import { openPart } from '../inbox/open-mail.ts';
import type { OwnInbox } from '../storage/model.ts';

const pathOf = (part: SealedPartName) => part.replace('attachment-', 'attachments/');

/** Reads a part of a message from the relay and opens it; null when it cannot be had. */
export async function fetchPart(
  fetch: typeof globalThis.fetch,
  inbox: OwnInbox,
  messageId: string,
  part: SealedPartName,
): Promise<ArrayBuffer | null> {
  const path = `/v1/inboxes/${encodeURIComponent(inbox.id)}/messages/${encodeURIComponent(messageId)}/${pathOf(part)}`;
  try {
    const response = await fetch(inbox.relayUrl + path, {
      headers: { authorization: `Bearer ${inbox.token}` },
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!response.ok) return null;
    const opened = await openPart(
      inbox,
      messageId,
      part,
      new Uint8Array(await response.arrayBuffer()),
    );
    return opened?.buffer ?? null;
  } catch {
    return null;
  }
}
