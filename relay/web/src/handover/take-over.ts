import type { Client } from '@mayfly/shared/client/client';
import { type InboxId, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { InboxLink } from '@mayfly/shared/ui/inbox-link';
import type { OwnInbox } from '../storage/model.ts';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The inbox that a token opens, as it says itself; the relay says whether that is true. Null: it is no such token. */
export function inboxOfToken(token: string): InboxId | null {
  const claims = token.split('.')[1] ?? '';
  const base64 = claims.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*$/.test(base64) || base64.length % 4 === 1) return null;
  const parsed = inboxIdSchema.safeParse(Reflect.get(Object(parseJson(atob(base64))), 'sub'));
  return parsed.success ? parsed.data : null;
}

/**
 * The inbox behind a link, as the relay has it now.
 * @throws what the client throws
 */
export async function takeOver(client: Client, id: InboxId, link: InboxLink): Promise<OwnInbox> {
  const { token, privateKey, restoreKey } = link;
  const { address, createdAt, expiresAt } = await client.getInbox(id, { token });
  const times = { createdAt: Date.parse(createdAt), expiresAt: Date.parse(expiresAt) };
  return { id, address, token, privateKey, restoreKey, ...times, cursor: null, ended: false };
}
