import type { SQLOutputValue } from 'node:sqlite';
import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId, MessageState } from '@mayfly/shared/contract/message';
import type {
  AccessRecord,
  InboxRecord,
  PairingRecord,
  StoredChange,
  StoredMessage,
} from '../core/ports.ts';

/** Boundary: what SQLite hands back becomes the domain's types here and nowhere else. */
export type Row = Record<string, SQLOutputValue>;

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not an integer`);
  return value;
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`);
  return value;
}

function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function blobOrNull(row: Row, column: string): Uint8Array | null {
  const value = row[column];
  return value instanceof Uint8Array ? value : null;
}

export const inboxId = (row: Row, column: string): InboxId => text(row, column) as InboxId;
export const messageId = (row: Row, column: string): MessageId => text(row, column) as MessageId;

export function toInbox(row: Row): InboxRecord {
  return {
    id: inboxId(row, 'id'),
    address: text(row, 'address') as EmailAddress,
    createdAt: integer(row, 'created_at'),
    expiresAt: integer(row, 'expires_at'),
    maxExpiresAt: integer(row, 'max_expires_at'),
    publicKey: textOrNull(row, 'public_key'),
    accessId: textOrNull(row, 'access_id'),
  };
}

export function toMessage(row: Row): StoredMessage {
  return {
    id: messageId(row, 'id'),
    receivedAt: integer(row, 'received_at'),
    size: integer(row, 'size'),
    seen: integer(row, 'seen') === 1,
    state: text(row, 'state') as MessageState,
    content: blobOrNull(row, 'content'),
    verdict: blobOrNull(row, 'verdict'),
  };
}

export function toChange(row: Row): StoredChange {
  const place = { seq: integer(row, 'seq'), firstSeq: integer(row, 'first_seq') };
  return integer(row, 'deleted') === 1
    ? { ...place, deleted: true, id: messageId(row, 'id') }
    : { ...place, deleted: false, message: toMessage(row) };
}

export function toAccess(row: Row): AccessRecord {
  return { id: text(row, 'id'), label: text(row, 'label'), createdAt: integer(row, 'created_at') };
}

export function toPairing(row: Row): PairingRecord {
  return {
    codeHash: text(row, 'code_hash'),
    label: text(row, 'label'),
    expiresAt: integer(row, 'expires_at'),
  };
}
