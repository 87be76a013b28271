import {
  contentSchema,
  type Content,
  type Message,
  type MessageId,
  type MessageItem,
  verdictSchema,
} from '@mayfly/shared/contract/message';
import type { z } from 'zod';
import type { CursorPlace } from './cursor.ts';
import { readEnvelope } from './envelope.ts';
import type { InboxRecord, StoredChange, StoredMessage } from './ports.ts';

/** An item of a list, and the place right behind it. */
export interface PlacedItem {
  readonly item: MessageItem;
  readonly place: CursorPlace;
}

export type ItemFilter = 'link' | 'code';

const decoder = new TextDecoder();

/** What cannot be read, be it from an earlier version or damaged, is shown like a mail that could not be analysed. */
function parsePlain<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(decoder.decode(bytes)));
  } catch {
    return null;
  }
}

const base64Url = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');

function readPart<S extends z.ZodType>(schema: S, stored: Uint8Array | null) {
  if (stored === null) return { kind: 'none' } as const;
  const part = readEnvelope(stored);
  if (part.v === 1) {
    return {
      kind: 'sealed',
      part: { v: 1, enc: base64Url(part.enc), ct: base64Url(part.ct) },
    } as const;
  }
  const value = parsePlain(schema, part.bytes);
  return value === null ? ({ kind: 'none' } as const) : ({ kind: 'plain', value } as const);
}

/** The message as the contract has it: content in plain, or sealed parts that only the owner of the inbox can open. */
export function toMessage(inbox: Pick<InboxRecord, 'publicKey'>, stored: StoredMessage): Message {
  const content = readPart(contentSchema, stored.content);
  const verdict = readPart(verdictSchema, stored.verdict);
  const message: Message = {
    id: stored.id,
    receivedAt: new Date(stored.receivedAt).toISOString(),
    size: stored.size,
    state: content.kind === 'none' ? 'unanalysed' : stored.state,
    seen: stored.seen,
  };
  // A message that came before the inbox had its key stays in plain; one without content is as the inbox is.
  const sealed = content.kind === 'sealed' || (content.kind === 'none' && inbox.publicKey !== null);
  if (sealed) {
    const sealedContent = content.kind === 'sealed' ? content.part : null;
    message.sealed = {
      content: sealedContent,
      ...(verdict.kind === 'sealed' && { verdict: verdict.part }),
    };
  } else {
    message.content = content.kind === 'plain' ? content.value : null;
    if (verdict.kind === 'plain') message.verdict = verdict.value;
  }
  return message;
}

const deletedItem = (id: MessageId): MessageItem => ({ change: 'deleted', id });

/**
 * What a change is to a reader who has read up to `after`. Null: it came and went in between. While a list is read in
 * pages, a message that was new when that began is still new on the later ones.
 */
export function toChangeItem(
  inbox: Pick<InboxRecord, 'publicKey'>,
  after: CursorPlace,
  change: StoredChange,
): MessageItem | null {
  if (change.deleted) return change.firstSeq > after.seq ? null : deletedItem(change.id);
  const kind = change.firstSeq > after.since ? 'new' : 'updated';
  return { change: kind, ...toMessage(inbox, change.message) };
}

function offers(content: Content, filter: ItemFilter): boolean {
  return (filter === 'link' ? content.links : content.codes).length > 0;
}

export function matches(item: MessageItem, filter: ItemFilter | undefined): boolean {
  if (filter === undefined) return true;
  const content = item.change === 'deleted' ? null : (item.content ?? null);
  return content !== null && offers(content, filter);
}
