import type { OwnInbox } from '../storage/model.ts';

/** Reads the raw form or an attachment of a message from the relay; null when it cannot be had. */
export async function fetchPart(
  fetch: typeof globalThis.fetch,
  inbox: OwnInbox,
  messageId: string,
  part: string,
): Promise<ArrayBuffer | null> {
  const path = `/v1/inboxes/${encodeURIComponent(inbox.id)}/messages/${encodeURIComponent(messageId)}/${part}`;
  try {
    const response = await fetch(inbox.relayUrl + path, {
      headers: { authorization: `Bearer ${inbox.token}` },
      credentials: 'omit',
      cache: 'no-store',
    });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}
