import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Cursor } from '@mayfly/shared/contract/message';
import type { OpenedMessage } from '@mayfly/shared/sealing/open-message';

/** An inbox as this browser keeps it. Times are milliseconds since 1970. */
export interface OwnInbox {
  readonly id: InboxId;
  readonly address: string;
  readonly token: string;
  /** Reopens the address after it has ended. */
  readonly restoreKey: string;
  /** Opens its mail; null: the relay keeps its mail in plain. */
  readonly privateKey: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Goes on from here; null before the first answer. */
  readonly cursor: Cursor | null;
  /** Expired or deleted at the relay: nothing more will come. */
  readonly ended: boolean;
  /** Opened again somewhere else: here it can be read, not kept longer or deleted. */
  readonly readOnly?: boolean | undefined;
}

/** A message as it was opened. `id` is unique within its inbox only. */
export interface OwnMessage {
  readonly inboxId: InboxId;
  readonly id: string;
  readonly message: OpenedMessage;
  /** The relay could not analyse it; what is shown was found here, in its raw form. */
  readonly readHere?: boolean;
}

export interface Kept {
  readonly inboxes: readonly OwnInbox[];
  readonly messages: readonly OwnMessage[];
  /** The right to make inboxes at a private relay. */
  readonly access: string | null;
}

/** What is to be written at once: all of it or nothing. */
export interface Change {
  readonly putInboxes?: readonly OwnInbox[];
  /** With all of their messages. */
  readonly removeInboxes?: readonly string[];
  readonly putMessages?: readonly OwnMessage[];
  readonly removeMessages?: readonly Pick<OwnMessage, 'inboxId' | 'id'>[];
  /** All messages of these go; the inboxes stay. */
  readonly emptyInboxes?: readonly string[];
  readonly access?: string | null;
}

/** Where everything of lasting value lies. */
export interface Keeping {
  /** False: the browser lets nothing be kept, and all is gone with the page. */
  readonly lasts: boolean;
  load(): Promise<Kept>;
  write(change: Change): Promise<void>;
}
