import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Message, MessageId } from '@mayfly/shared/contract/message';
import { createAnnounce } from './announce.ts';
import type { CursorPlace } from './cursor.ts';
import type { Outcome } from './errors.ts';
import { readEnvelope, type StoredPart } from './envelope.ts';
import {
  type ItemFilter,
  matches,
  toChangeItem,
  toMessage,
  type PlacedItem,
} from './message-item.ts';
import type { Events, InboxRecord, PartName, Publisher, Store } from './ports.ts';

export interface MessagesDeps {
  readonly store: Pick<
    Store,
    'listChanges' | 'readMessage' | 'readPart' | 'markSeen' | 'deleteMessage'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly events: Pick<Events, 'fault'>;
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
}

export declare function createMessages(deps: MessagesDeps): Messages;
void readEnvelope;
void matches;
void toChangeItem;
void toMessage;
