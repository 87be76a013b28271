import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Message, MessageId } from '@mayfly/shared/contract/message';
import { createAnnounce } from './announce.ts';
import { type CursorPlace, startOfInbox } from './cursor.ts';
import { readEnvelope, type StoredPart } from './envelope.ts';
import type { Outcome } from './errors.ts';
import {
  type ItemFilter,
  matches,
  type PlacedItem,
  toChangeItem,
  toMessage,
} from './message-item.ts';
import type {
  ChangePage,
  Events,
  InboxRecord,
  MessageParser,
  PartName,
  Publisher,
  Store,
} from './ports.ts';

export interface MessagesDeps {
  readonly store: Pick<
    Store,
    'listChanges' | 'readMessage' | 'readPart' | 'markSeen' | 'deleteMessage'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly events: Pick<Events, 'fault'>;
  readonly parser: Pick<MessageParser, 'examine'>;
}

export interface ListOptions {
  readonly limit: number;
  /** About how many octets of content one list may hold. */
  readonly maxBytes: number;
  /** Only messages with a link or code; what was deleted is left out too, since it has neither any more. */
  readonly has?: ItemFilter | undefined;
}

export interface MessagePage {
  readonly items: readonly PlacedItem[];
  readonly next: CursorPlace;
  /** Cut at a limit: more stands behind `next` already. */
  readonly more: boolean;
  /** Octets of content read, for who lists several inboxes within one bound. */
  readonly bytes: number;
}

export type ListOutcome =
  | { readonly ok: true; readonly page: MessagePage }
  | { readonly ok: false; readonly code: 'not-found' | 'filter-needs-plain' }
  /** From `next` on the whole inbox is listed anew. */
  | { readonly ok: false; readonly code: 'cursor-expired'; readonly next: CursorPlace };

export interface Messages {
  list(inbox: InboxRecord, after: CursorPlace, options: ListOptions): Promise<ListOutcome>;
  read(inbox: InboxRecord, mid: MessageId): Promise<Outcome<{ message: Message }>>;
  setSeen(
    inbox: InboxRecord,
    mid: MessageId,
    seen: boolean,
  ): Promise<Outcome<{ message: Message }>>;
  remove(id: InboxId, mid: MessageId): Promise<Outcome>;
  readPart(id: InboxId, mid: MessageId, part: PartName): Promise<Outcome<{ part: StoredPart }>>;
  /** The raw form, without what is not handed out. `overloaded` while nobody has looked through it. */
  readRaw(id: InboxId, mid: MessageId): Promise<Outcome<{ part: StoredPart }>>;
}

const notFound = { ok: false, code: 'not-found' } as const;

/**
 * Below the floor deletions may be missing, above the last change it counts what the store no longer has. Who begins
 * at the start knows nothing that could be missing.
 */
function isExpired({ seq }: CursorPlace, page: ChangePage): boolean {
  return (seq > 0 && seq < page.floorSeq) || seq > page.lastSeq;
}

function pageOf(
  inbox: InboxRecord,
  from: CursorPlace,
  changes: ChangePage,
  has: ItemFilter | undefined,
): MessagePage {
  const items: PlacedItem[] = [];
  let bytes = 0;
  let next = from;
  for (const [i, change] of changes.changes.entries()) {
    const last = !changes.more && i === changes.changes.length - 1;
    next = { seq: change.seq, since: last ? change.seq : from.since };
    const item = toChangeItem(inbox, from, change);
    if (!change.deleted) bytes += change.message.content?.length ?? 0;
    if (item !== null && matches(item, has)) items.push({ item, place: next });
  }
  if (!changes.more) next = { seq: changes.lastSeq, since: changes.lastSeq };
  return { items, next, more: changes.more, bytes };
}

/** Reads on while a filter lets nothing through. */
async function list(
  store: Pick<Store, 'listChanges'>,
  inbox: InboxRecord,
  after: CursorPlace,
  { limit, maxBytes, has }: ListOptions,
): Promise<ListOutcome> {
  if (has !== undefined && inbox.publicKey !== null) {
    return { ok: false, code: 'filter-needs-plain' };
  }
  let from = after;
  for (;;) {
    const changes = await store.listChanges(inbox.id, from.seq, { limit, maxBytes });
    if (changes === null) return notFound;
    if (isExpired(from, changes)) return { ok: false, code: 'cursor-expired', next: startOfInbox };
    const page = pageOf(inbox, from, changes, has);
    if (page.items.length > 0 || !changes.more) return { ok: true, page };
    from = page.next;
  }
}

export function createMessages({ store, publisher, events, parser }: MessagesDeps): Messages {
  const announce = createAnnounce(publisher, events);

  async function read(inbox: InboxRecord, mid: MessageId): Promise<Outcome<{ message: Message }>> {
    const stored = await store.readMessage(inbox.id, mid);
    return stored === null ? notFound : { ok: true, message: toMessage(inbox, stored) };
  }

  async function readPart(id: InboxId, mid: MessageId, name: PartName) {
    const stored = await store.readPart(id, mid, name);
    return stored === null ? notFound : ({ ok: true, part: readEnvelope(stored) } as const);
  }

  return {
    read,
    readPart,
    async readRaw(id, mid) {
      // First the state: the analysis replaces the raw form when it sets it.
      const message = await store.readMessage(id, mid);
      const found = message === null ? notFound : await readPart(id, mid, 'raw');
      // What is sealed only its reader can look through.
      if (!found.ok || found.part.v !== 0 || message?.state === 'analysed') return found;
      const examined = await parser.examine(found.part.bytes);
      return examined.ok ? { ok: true, part: { v: 0, bytes: examined.raw } } : examined;
    },
    list: (inbox, after, options) => list(store, inbox, after, options),
    async setSeen(inbox, mid, seen) {
      const change = await store.markSeen(inbox.id, mid, seen);
      if (change === null) return notFound;
      await announce(inbox.id, { kind: 'changed', seq: change.seq });
      return read(inbox, mid);
    },
    async remove(id, mid) {
      const change = await store.deleteMessage(id, mid);
      if (change === null) return notFound;
      await announce(id, { kind: 'changed', seq: change.seq });
      return { ok: true };
    },
  };
}
