import type { MessageId, MessageState, Verdict } from '@mayfly/shared/contract/message';
import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { SealedPartName } from '@mayfly/shared/sealing/place';
import type { Outcome } from './errors.ts';

/** 16 characters of [a-z0-9]: an HMAC of a canonical address. An inbox's id starts with it, so both name one place. */
export type AddressTag = string & { readonly __brand: 'AddressTag' };

/** Milliseconds since 1970. */
export type Clock = () => number;
/** `n` random octets. */
export type Random = (n: number) => Uint8Array;

export interface InboxRecord {
  readonly id: InboxId;
  readonly address: EmailAddress;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The latest `expiresAt` that an extension may set. */
  readonly maxExpiresAt: number;
  /** Raw X25519 key, base64url; null for a plain inbox. */
  readonly publicKey: string | null;
  /** The access it was made with; null on an open relay. */
  readonly accessId: string | null;
}

/** What stands at an address. */
export type AddressState =
  | { readonly state: 'living'; readonly inbox: InboxRecord; readonly usage: InboxUsage }
  /** Once given out. Until `retryUntil` senders are asked to retry; until `reservedUntil` it is not given out again. */
  | { readonly state: 'ended'; readonly retryUntil: number; readonly reservedUntil: number }
  | { readonly state: 'unknown' };

export interface InboxUsage {
  readonly messages: number;
  readonly bytes: number;
}

/** What may change about an inbox; the rest stays. */
export interface InboxChange {
  readonly expiresAt?: number;
  readonly publicKey?: string;
}

export interface InboxLimits {
  readonly messages: number;
  readonly bytes: number;
}

/** Stored parts are opaque octets in an envelope (core/envelope.ts). Attachments are `attachment-0`, `attachment-1` … */
export type PartName = SealedPartName;

/**
 * By what a mail is known again when it is brought once more. The names are made by a key (core/arrival.ts) and tell
 * nothing; they stay at the address, also beyond the end of its inbox.
 */
export interface Arrival {
  /** Where one of these is remembered, the mail is there already. */
  readonly known: readonly string[];
  /** Remembered with the mail, in one step with it. */
  readonly remember: readonly string[];
  readonly until: number;
}

export interface NewMessage {
  readonly id: MessageId;
  readonly receivedAt: number;
  /** Octets of the raw form; what counts against the quota. */
  readonly size: number;
  readonly raw: Uint8Array;
  /** Of a mail that may be brought more than once. */
  readonly arrival?: Arrival | undefined;
}

export interface StoredMessage {
  readonly id: MessageId;
  readonly receivedAt: number;
  readonly size: number;
  readonly seen: boolean;
  readonly state: MessageState;
  /** The `content` part; null while unanalysed. */
  readonly content: Uint8Array | null;
  readonly verdict: Uint8Array | null;
}

/**
 * A change, counted per inbox from 1. `firstSeq` is when the message became visible, `seq` its latest change.
 * Of a message only its latest change is kept; of deleted ones a bounded number.
 */
export type StoredChange =
  | {
      readonly seq: number;
      readonly firstSeq: number;
      readonly deleted: false;
      readonly message: StoredMessage;
    }
  | {
      readonly seq: number;
      readonly firstSeq: number;
      readonly deleted: true;
      readonly id: MessageId;
    };

export interface ChangePage {
  /** In the order of `seq`, all greater than `after`. */
  readonly changes: readonly StoredChange[];
  /** The highest `seq` of the inbox; 0 before any change. */
  readonly lastSeq: number;
  /** Changes up to here are no longer complete: a cursor below it has expired. */
  readonly floorSeq: number;
  /** Cut at a limit: more changes follow the last one. */
  readonly more: boolean;
}

export interface PendingMessage {
  readonly inbox: InboxRecord;
  readonly id: MessageId;
  readonly receivedAt: number;
  readonly size: number;
}

/** A browser's right to make inboxes on a private relay. */
export interface AccessRecord {
  readonly id: string;
  readonly label: string;
  readonly createdAt: number;
}

/** The offer of an access to whoever brings its code. The code itself is not kept. */
export interface PairingRecord {
  readonly codeHash: string;
  /** Of the access that comes of it. */
  readonly label: string;
  readonly expiresAt: number;
}

/** Work that one relay does for all of a store: who does it, and how far it has come. */
export interface Jobs {
  /**
   * Who holds it takes it again to prolong it. Null: another one has it. The fence grows with every change of holder.
   */
  takeLease(job: string, holder: string, milliseconds: number): Promise<{ fence: number } | null>;
  dropLease(job: string, holder: string): Promise<void>;
  readPlace(job: string): Promise<string | null>;
  /** False: somebody else has come to hold it. */
  savePlace(job: string, fence: number, place: string): Promise<boolean>;
}

/**
 * Keeps inboxes and their mail. Every promise of a write resolves when it is durable (SQLite: FULL; Redis: AOF with
 * `always`). An inbox past its `expiresAt` is not there for any method, cleaned up or not. A fault rejects with
 * RelayError `store-unavailable`, or `storage-full` where there is no space for what is written; nothing else is thrown.
 */
export interface Store extends Jobs {
  /**
   * Also writes the tombstone, with `retryUntil` and `reservedUntil` counted from `expiresAt`. `address-taken` at the
   * address of a living inbox, and at a reserved one unless `reopen` says that its owner comes back.
   */
  createInbox(inbox: InboxRecord, options?: { reopen: boolean }): Promise<Outcome>;
  findInbox(
    id: InboxId,
  ): Promise<{ inbox: InboxRecord; usage: InboxUsage; revoked: ReadonlySet<string> } | null>;
  findAddress(tag: AddressTag): Promise<AddressState>;
  /** Null when there is no such inbox. All that is kept of it takes a new end. */
  changeInbox(id: InboxId, change: InboxChange): Promise<InboxRecord | null>;
  /** The tombstone stays, and senders are no longer asked to retry. False: no such inbox. */
  deleteInbox(id: InboxId): Promise<boolean>;
  revokeToken(id: InboxId, jti: string): Promise<boolean>;

  /**
   * Durable when it resolves; not yet visible to readers, but listed by `takePending`. `inbox-full` at the limits;
   * `recipient-expired` when the inbox has ended since RCPT, so that a retry gets the answer that holds then.
   * `repeated`: it was brought before, and nothing is saved.
   */
  saveMessage(
    id: InboxId,
    message: NewMessage,
    limits: InboxLimits,
  ): Promise<Outcome<{ repeated?: true }>>;
  /**
   * Makes a saved message visible, or changes a visible one: stores the given parts, sets the state, counts a change.
   * A part of undefined is left as it is; attachment parts are added. Null: no such message.
   */
  publishMessage(
    id: InboxId,
    mid: MessageId,
    update: {
      state: MessageState;
      parts: ReadonlyMap<PartName, Uint8Array>;
      /** Octets of the raw form that takes the place of the other, which leaves the files as a deleted one does. */
      size?: number;
    },
  ): Promise<{ seq: number } | null>;
  markSeen(id: InboxId, mid: MessageId, seen: boolean): Promise<{ seq: number } | null>;
  deleteMessage(id: InboxId, mid: MessageId): Promise<{ seq: number } | null>;
  /** Null: no such visible message. */
  readMessage(id: InboxId, mid: MessageId): Promise<StoredMessage | null>;
  /** `raw` can be read before the message is visible; it is what the analysis reads after a restart. */
  readPart(id: InboxId, mid: MessageId, part: PartName): Promise<Uint8Array | null>;
  /** At most `limit` changes and about `maxBytes` of content, but always one when there is one. Null: no such inbox. */
  listChanges(
    id: InboxId,
    after: number,
    page: { limit: number; maxBytes: number },
  ): Promise<ChangePage | null>;

  /**
   * Saved messages that nobody published: those that this relay saved or last took before `before` (by its clock, or
   * later than now, which is before the clock was set back), and all of relays that have died. They are this relay's
   * from then on, and no other takes them while it lives.
   */
  takePending(options: { before: number; limit: number }): Promise<readonly PendingMessage[]>;
  /**
   * Takes ended inboxes and outlived tombstones away, and with them all deleted mail out of the files of the store
   * (SQLite: at the deletion already). Returns the ids of the inboxes that ended by themselves.
   */
  cleanup(): Promise<readonly InboxId[]>;

  saveAccess(access: AccessRecord): Promise<void>;
  findAccess(id: string): Promise<AccessRecord | null>;
  listAccess(): Promise<readonly AccessRecord[]>;
  deleteAccess(id: string): Promise<boolean>;
  savePairing(pairing: PairingRecord): Promise<void>;
  /** Takes it away: of many who ask for one, one gets it. Null: there is none, or its time is over. */
  takePairing(codeHash: string): Promise<PairingRecord | null>;
  /** The living inboxes made with an access, whether the access is still there or not. */
  listInboxesOf(accessId: string): Promise<readonly InboxId[]>;

  /** Rejects when mail could not be stored durably now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What wakes a waiter, on whatever relay it waits. */
export type InboxSignal =
  | { readonly kind: 'changed'; readonly seq: number }
  | { readonly kind: 'extended'; readonly expiresAt: number }
  | { readonly kind: 'rekeyed'; readonly publicKey: string | null }
  | { readonly kind: 'ended' }
  | { readonly kind: 'revoked'; readonly jti: string };

/** Carries signals between relays. Delivery is at most once: who waits looks at the store after subscribing, and from time to time. */
export interface Publisher {
  /** `changed` is told after the store counted the change; where the store tells of it by itself this does nothing more. */
  publish(id: InboxId, signal: InboxSignal): Promise<void>;
  /** Resolves once no later signal can be missed. The listener must not throw. */
  subscribe(id: InboxId, listener: (signal: InboxSignal) => void): Promise<() => void>;
  close(): Promise<void>;
}

export interface Counted {
  readonly hits: number;
  /** When the window ends. */
  readonly until: number;
}

/** Counts within windows, each beginning with its first hit; with a shared store for all relays together. */
export interface Counter {
  add(key: string, windowMs: number): Promise<Counted>;
  /** One less in the window that is open, if one is. */
  takeBack(key: string): Promise<void>;
  /** Null: there is no open window. */
  read(key: string): Promise<Counted | null>;
}

/** What a network is held to have done. */
export type Breach = 'refused-request' | 'wrong-token' | 'bad-session' | 'unknown-recipient';

export interface Standing {
  /** Until then it is not heard; null: it is. */
  readonly shutUntil: number | null;
  /** Until then it is slowed where it asks for inboxes that are not there, and nowhere else. */
  readonly slowUntil: number | null;
}

/** Remembers who breached the limits again and again. Clients are named by their tag (core/client-tag.ts). */
export interface PenaltyBox {
  note(client: string, breach: Breach): void;
  /** What is known here; at no cost. */
  peek(client: string): Standing;
  /** Asks what the other relays know, unless that was asked a moment ago. Never rejects. */
  look(client: string): Promise<Standing>;
}

/** A parsed and analysed mail. */
export interface ParsedMail {
  /** `Content` of the contract in JSON, as it is stored: written off the event loop, never read by the core. */
  readonly content: Uint8Array;
  /** How many the content holds. */
  readonly links: number;
  readonly codes: number;
  /** The octets of the attachments, by index. */
  readonly attachments: readonly Uint8Array[];
  /** Takes the place of the stored raw form, which had something in it that is not handed out; null: nothing had. */
  readonly raw: Uint8Array | null;
}

/** Parses and analyses off the event loop, within a deadline. */
export interface MessageParser {
  /**
   * Takes `raw` over: it must not be used afterwards. `overloaded` when there was no time for it, `internal` when it
   * cannot be parsed. `late` gets the result of a mail that missed the deadline but was parsed within a longer one.
   */
  parse(
    raw: Uint8Array,
    late?: (parsed: ParsedMail) => void,
  ): Promise<Outcome<{ parsed: ParsedMail }>>;
  /**
   * The raw form of a mail as it may be handed out, for one that was not parsed. Leaves `raw` to the caller.
   * `overloaded` when there was no time for it.
   */
  examine(raw: Uint8Array): Promise<Outcome<{ raw: Uint8Array }>>;
  /** Mails waiting or being parsed. */
  readonly queued: number;
  /** Whether a mail would be parsed now; found out with one of our own, ahead of those that wait. May take its time. */
  isWorking(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Envelope {
  /** RFC 5321 reverse-path, '' for the null sender. */
  readonly sender: string;
  readonly inbox: InboxRecord;
  /** The forward-path as it came. */
  readonly recipient: string;
  /** For the Received header (RFC 5321 section 4.4). */
  readonly received: {
    readonly helo: string;
    readonly remoteAddress: string;
    readonly protocol: SmtpProtocol | OtherProtocol;
    readonly id: string;
  };
  readonly arrival?: Arrival;
}

type SmtpProtocol = 'SMTP' | 'ESMTP' | 'ESMTPS' | 'UTF8SMTP' | 'UTF8SMTPS';
/** `JSON`: over HTTP, taken apart by a forwarder and put together again here. */
export type OtherProtocol = 'HTTP' | 'JSON' | 'IMAP';

/** The ways in beside SMTP. */
export type OtherWay = 'raw' | 'improvmx' | 'imap';

/** What is told of the processes of one relay; see processes.ts. */
export interface ProcessEvents {
  processStarted(fields: { process: number; pid: number | undefined }): void;
  /** `restartMs`: when another one takes its place; null when none does. */
  processEnded(fields: { process: number; how: string; restartMs: number | null }): void;
}

/** What SPF goes by (RFC 7208 section 4.1). */
export interface SenderFacts {
  /** '' for the null sender. */
  readonly sender: string;
  readonly helo: string;
  /** Null: not brought by SMTP, or not known any more. */
  readonly clientAddress: string | null;
  /** The octets are not the sender's, so that nothing can be said of them. */
  readonly isRebuilt?: boolean;
}

/** Says whether mail is from whom it says (SPF, DKIM, DMARC, ARC), off the event loop and within a deadline. */
export interface SenderJudge {
  /** Takes `raw`, the octets as they came in, over: it must not be used afterwards. Never rejects. */
  judge(raw: Uint8Array, facts: SenderFacts): Promise<Verdict>;
  close(): Promise<void>;
}

/** One function per business event: its log line and its counter. No argument ever holds an address, subject, code, token or body. */
export interface Events {
  relayReady(fields: { smtp: string; http: string; metrics?: string | undefined }): void;
  relayStopping(fields: { reason: string }): void;
  inboxCreated(fields: { inbox: InboxId; sealed: boolean; ttlSeconds: number }): void;
  /** An address came back by its restore key. */
  inboxReopened(fields: { inbox: InboxId; sealed: boolean; ttlSeconds: number }): void;
  /** Its mail is sealed to another key from now on. */
  inboxRekeyed(fields: { inbox: InboxId }): void;
  inboxEnded(fields: { inbox: InboxId; reason: 'deleted' | 'expired' }): void;
  messageStored(fields: {
    inbox: InboxId;
    message: MessageId;
    size: number;
    milliseconds: number;
  }): void;
  messageAnalysed(fields: {
    inbox: InboxId;
    message: MessageId;
    milliseconds: number;
    links: number;
    codes: number;
    late: boolean;
  }): void;
  messageNotRendered(fields: { inbox: InboxId; message: MessageId; reason: string }): void;
  verdictReached(fields: {
    inbox: InboxId;
    message: MessageId;
    verdict: Verdict['verdict'];
    milliseconds: number;
  }): void;
  mailRefused(fields: {
    code: string;
    stage: 'connect' | 'command' | 'mail' | 'rcpt' | 'data';
  }): void;
  /** By another way than SMTP. `outcome`: stored, repeated, or why it was refused. */
  mailBrought(fields: { way: OtherWay; outcome: 'stored' | 'repeated' | ProblemCode }): void;
  /** A mailbox from which mail is pulled, by its number in the configuration. `code`: what stood in the way. */
  mailboxChanged(fields: {
    mailbox: number;
    state: 'open' | 'lost' | 'elsewhere';
    code?: string;
  }): void;
  requestRefused(fields: { code: string; route: string; status: number; requestId: string }): void;
  /** `code` of null: it is over. */
  shortageChanged(fields: {
    resource: 'memory' | 'disk' | 'store';
    code: ProblemCode | null;
  }): void;
  waitersChanged(fields: { longPoll?: number; webSocket?: number }): void;
  /** From now on STARTTLS is offered, with a certificate that ends then. */
  tlsOffered(fields: { expiresAt: string; warnings: readonly string[] }): void;
  tlsNotOffered(fields: { reason: string }): void;
  fault(fields: { where: string; error: unknown; requestId?: string }): void;
}
