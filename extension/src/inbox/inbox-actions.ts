import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import type { Reply } from '../messaging/protocol.ts';
import type { OwnInbox, Trouble } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import type { Contact } from './contact.ts';
import type { ClientFor } from './relay-clients.ts';

export interface ActionDeps {
  readonly storage: Storage;
  readonly contact: Contact;
  readonly clientFor: ClientFor;
  /** What is waited for or shown has changed. */
  readonly onInboxes: () => Promise<void>;
  /** A message was seen or is gone. */
  readonly onMessage: (inboxId: string, messageId: string) => Promise<void>;
}

const notFound: Reply<object> = { ok: false, trouble: 'not-found' };

/** With these the relay says that what should go has gone already. */
const goneCodes = new Set<Trouble>([
  'not-found',
  'token-expired',
  'token-invalid',
] satisfies ProblemCode[]);

export async function extendInbox(
  deps: ActionDeps,
  inboxId: string,
  ttlMinutes: number,
): Promise<Reply<{ expiresAt: number }>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  if (inbox === null) return { ok: false, trouble: 'not-found' };
  const id = inboxIdSchema.parse(inbox.id);
  const extended = await deps.contact.attempt(inbox.relayUrl, () =>
    deps.clientFor(inbox.relayUrl).extendInbox(id, ttlMinutes, { token: inbox.token }),
  );
  if (!extended.ok) return extended;
  const { token } = extended.value;
  const expiresAt = Date.parse(extended.value.expiresAt);
  await change(deps, inbox, { token, expiresAt });
  await deps.onInboxes();
  return { ok: true, expiresAt };
}

/** Ends an inbox at its relay and forgets it. While the relay cannot be reached it stays, so that it can be ended later. */
export async function deleteInbox(deps: ActionDeps, inboxId: string): Promise<Reply<object>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  if (inbox === null) return notFound;
  // What only lets read is somebody else's to end.
  if (!inbox.ended && inbox.readOnly !== true) {
    const id = inboxIdSchema.parse(inbox.id);
    const deleted = await deps.contact.attempt(inbox.relayUrl, () =>
      deps.clientFor(inbox.relayUrl).deleteInbox(id, { token: inbox.token }),
    );
    if (!deleted.ok && !goneCodes.has(deleted.trouble)) return deleted;
  }
  await deps.storage.secrets.edit(inbox.isPrivate, (mail) => mail.removeInbox(inboxId));
  await deps.onInboxes();
  return { ok: true };
}

/** Seen here at once; the relay hears of it when it can, for the web inbox and other browsers. */
export async function markSeen(
  deps: ActionDeps,
  inboxId: string,
  messageId: string,
): Promise<Reply<object>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  const own = await deps.storage.secrets.readMessage(inboxId, messageId);
  if (inbox === null || own === null) return notFound;
  if (own.message.seen) return { ok: true };
  await deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
    const latest = await mail.message(inboxId, messageId);
    if (latest === undefined) return;
    await mail.putMessage({ ...latest, message: { ...latest.message, seen: true } });
  });
  await deps.onMessage(inboxId, messageId);
  await deps.contact.attempt(inbox.relayUrl, () =>
    deps
      .clientFor(inbox.relayUrl)
      .markSeen(inboxIdSchema.parse(inboxId), messageIdSchema.parse(messageId), true, {
        token: inbox.token,
      }),
  );
  return { ok: true };
}

export async function deleteMessage(
  deps: ActionDeps,
  inboxId: string,
  messageId: string,
): Promise<Reply<object>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  if (inbox === null) return notFound;
  const deleted = await deps.contact.attempt(inbox.relayUrl, () =>
    deps
      .clientFor(inbox.relayUrl)
      .deleteMessage(inboxIdSchema.parse(inboxId), messageIdSchema.parse(messageId), {
        token: inbox.token,
      }),
  );
  if (!deleted.ok && !goneCodes.has(deleted.trouble)) return deleted;
  await deps.storage.secrets.edit(inbox.isPrivate, (mail) =>
    mail.removeMessage(inboxId, messageId),
  );
  await deps.onMessage(inboxId, messageId);
  return { ok: true };
}

async function change(deps: ActionDeps, inbox: OwnInbox, fields: Partial<OwnInbox>): Promise<void> {
  await deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
    const latest = await mail.inbox(inbox.id);
    if (latest !== undefined) await mail.putInbox({ ...latest, ...fields });
  });
}
