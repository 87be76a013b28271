import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId, MessageState } from '@mayfly/shared/contract/message';
import type { InboxRecord, InboxUsage, StoredChange, StoredMessage } from '../core/ports.ts';

/** Boundary: what Redis replies becomes the domain's types here and nowhere else. */
const strange = (what: string): TypeError => new TypeError(`Redis replied with no ${what}`);

export function integer(reply: unknown): number {
  if (typeof reply !== 'number') throw strange('integer');
  return reply;
}

export function list(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw strange('list');
  return reply;
}

export function octets(reply: unknown): Buffer {
  if (!(reply instanceof Buffer)) throw strange('octets');
  return reply;
}

export const octetsOrNull = (reply: unknown): Buffer | null =>
  reply === null ? null : octets(reply);
export const text = (reply: unknown): string =>
  typeof reply === 'string' ? reply : octets(reply).toString();

/** Null is null, anything else goes through `read`. */
export function orNull<T>(reply: unknown, read: (reply: unknown) => T): T | null {
  return reply === null ? null : read(reply);
}

/** A hash as the flat list that scripts hand out. */
export function hash(reply: unknown): ReadonlyMap<string, string> {
  const flat = list(reply).map(text);
  const fields = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) fields.set(flat[at] ?? '', flat[at + 1] ?? '');
  return fields;
}

export interface InboxHash {
  readonly inbox: InboxRecord;
  readonly usage: InboxUsage;
}

/** Fields and values of a record, for HSET. Null is written as nothing. */
export function inboxFields(inbox: InboxRecord): string[] {
  const fields = { ...inbox, count: 0, bytes: 0, seq: 0, floor: 0 };
  return Object.entries(fields).flatMap(([name, value]) => [
    name,
    value === null ? '' : String(value),
  ]);
}

/** Null when there is no record. */
export function toInbox(fields: ReadonlyMap<string, string>): InboxHash | null {
  const id = fields.get('id');
  if (id === undefined) return null;
  const get = (name: string): string => fields.get(name) ?? '';
  return {
    inbox: {
      id: id as InboxId,
      address: get('address') as EmailAddress,
      createdAt: Number(get('createdAt')),
      expiresAt: Number(get('expiresAt')),
      maxExpiresAt: Number(get('maxExpiresAt')),
      publicKey: get('publicKey') || null,
      accessId: get('accessId') || null,
    },
    usage: { messages: Number(get('count')), bytes: Number(get('bytes')) },
  };
}

interface MessageMeta {
  readonly receivedAt: number;
  readonly size: number;
  readonly seen: boolean;
  readonly state: MessageState;
  readonly firstSeq: number;
  readonly seq: number;
}

/** What MESSAGES has of a message: see redis-scripts.ts. */
function toMeta(meta: string): MessageMeta {
  const [receivedAt, size, seen, state, firstSeq, seq] = meta.split(':');
  return {
    receivedAt: Number(receivedAt),
    size: Number(size),
    seen: seen === '1',
    state: state as MessageState,
    firstSeq: Number(firstSeq),
    seq: Number(seq),
  };
}

export const toArrival = (meta: unknown): { receivedAt: number; size: number } => {
  const { receivedAt, size } = toMeta(text(meta));
  return { receivedAt, size };
};

/** Null when the message is deleted or not visible yet. */
export function toMessage(
  id: MessageId,
  meta: unknown,
  content: unknown,
  verdict: unknown,
): StoredMessage | null {
  const { receivedAt, size, seen, state, firstSeq } = toMeta(text(meta));
  if (text(meta).startsWith('deleted:') || firstSeq === 0) return null;
  return {
    id,
    receivedAt,
    size,
    seen,
    state,
    content: octetsOrNull(content),
    verdict: octetsOrNull(verdict),
  };
}

function toChange(mid: unknown, meta: unknown, content: unknown, verdict: unknown): StoredChange {
  const id = text(mid) as MessageId;
  const message = toMessage(id, meta, content, verdict);
  if (message === null) {
    const [, firstSeq, seq] = text(meta).split(':');
    return { seq: Number(seq), firstSeq: Number(firstSeq), deleted: true, id };
  }
  const { firstSeq, seq } = toMeta(text(meta));
  return { seq, firstSeq, deleted: false, message };
}

/** Changes in groups of four replies: id, meta, content, verdict. */
export function toChanges(replies: readonly unknown[]): StoredChange[] {
  const changes: StoredChange[] = [];
  for (let at = 0; at + 3 < replies.length; at += 4) {
    changes.push(toChange(replies[at], replies[at + 1], replies[at + 2], replies[at + 3]));
  }
  return changes;
}

/** The two ids that an entry of the pending index joins. */
export function toPendingEntry(reply: unknown): { entry: string; id: InboxId; mid: MessageId } {
  const entry = text(reply);
  const [id = '', mid = ''] = entry.split('/');
  return { entry, id: id as InboxId, mid: mid as MessageId };
}

export const toInboxId = (reply: unknown): InboxId => text(reply) as InboxId;
