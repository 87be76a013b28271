import type { OwnMessage } from '../storage/model.ts';

/** The messages of all inboxes, by inbox, the newest first. */
export type Mailboxes = ReadonlyMap<string, readonly OwnMessage[]>;

const newestFirst = (a: OwnMessage, b: OwnMessage) =>
  b.message.receivedAt.localeCompare(a.message.receivedAt) || b.id.localeCompare(a.id);

export function groupMessages(messages: readonly OwnMessage[]): Mailboxes {
  const groups = Map.groupBy(messages, ({ inboxId }) => inboxId);
  return new Map([...groups].map(([id, all]) => [id, all.toSorted(newestFirst)]));
}

/** The mailboxes with these messages of one inbox put in or replaced, and those taken out. */
export function withMessages(
  mailboxes: Mailboxes,
  inboxId: string,
  { put, removed }: { readonly put: readonly OwnMessage[]; readonly removed: readonly string[] },
): Mailboxes {
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  const kept = (mailboxes.get(inboxId) ?? []).filter(({ id }) => !gone.has(id));
  return new Map(mailboxes).set(inboxId, [...kept, ...put].toSorted(newestFirst));
}

export const countUnread = (messages: readonly OwnMessage[] | undefined): number =>
  (messages ?? []).filter(({ message }) => !message.seen).length;
