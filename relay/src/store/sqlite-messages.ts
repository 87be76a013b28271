import type { DatabaseSync } from 'node:sqlite';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import type { PartName, StoredChange } from '../core/ports.ts';
import { fillersFor } from './sqlite-overflow.ts';
import type { SqliteReads, SqliteWrites } from './sqlite-protocol.ts';
import {
  blobOrNull,
  integer,
  messageId,
  text,
  toChange,
  toInbox,
  toMessage,
} from './sqlite-rows.ts';
import type { Row } from './sqlite-rows.ts';
import { KEPT_DELETIONS } from './tombstone.ts';

type MessageReads = Pick<SqliteReads, 'readMessage' | 'readPart' | 'listChanges'>;
type MessageWrites = Pick<
  SqliteWrites,
  'saveMessage' | 'publishMessage' | 'markSeen' | 'deleteMessage' | 'takePending'
>;

const WITH_PARTS = `messages.*, content.data AS content, verdict.data AS verdict FROM messages
  LEFT JOIN parts AS content ON content.message = messages.n AND content.name = 'content'
  LEFT JOIN parts AS verdict ON verdict.message = messages.n AND verdict.name = 'verdict'`;
const LIVING = 'inboxes.id = ? AND inboxes.expires_at > ?';

/** What the operations on messages ask of the database. */
function readingStatements(db: DatabaseSync) {
  return {
    inbox: db.prepare(`SELECT * FROM inboxes WHERE ${LIVING}`),
    message: db.prepare(
      `SELECT messages.* FROM messages JOIN inboxes ON inboxes.n = messages.inbox
       WHERE ${LIVING} AND messages.id = ? AND deleted = 0`,
    ),
    whole: db.prepare(`SELECT ${WITH_PARTS} WHERE messages.n = ?`),
    part: db.prepare('SELECT data FROM parts WHERE message = ? AND name = ?'),
    changes: db.prepare(
      `SELECT ${WITH_PARTS} WHERE messages.inbox = ? AND messages.seq > ? ORDER BY messages.seq`,
    ),
  };
}

function writingStatements(db: DatabaseSync) {
  return {
    insert: db.prepare(
      'INSERT INTO messages (inbox, id, received_at, size, pending_since) VALUES (?, ?, ?, ?, ?)',
    ),
    putPart: db.prepare(
      'INSERT OR REPLACE INTO parts (message, name, head, data, tail) VALUES (?, ?, ?, ?, ?)',
    ),
    count: db.prepare('UPDATE inboxes SET messages = messages + ?, bytes = bytes + ? WHERE n = ?'),
    nextSeq: db.prepare(
      'UPDATE inboxes SET last_seq = last_seq + 1 WHERE n = ? RETURNING last_seq',
    ),
    change: db.prepare(
      'UPDATE messages SET seq = ?2, first_seq = ifnull(first_seq, ?2) WHERE n = ?1',
    ),
    publish: db.prepare('UPDATE messages SET state = ?, pending_since = NULL WHERE n = ?'),
    resize: db.prepare('UPDATE messages SET size = ? WHERE n = ?'),
    see: db.prepare('UPDATE messages SET seen = ? WHERE n = ?'),
    remove: db.prepare('UPDATE messages SET deleted = 1, size = 0 WHERE n = ?'),
    removeParts: db.prepare('DELETE FROM parts WHERE message = ?'),
    forgotten: db.prepare(
      'SELECT n, seq FROM messages WHERE inbox = ? AND deleted = 1 ORDER BY seq DESC LIMIT -1 OFFSET ?',
    ),
    forget: db.prepare('DELETE FROM messages WHERE n = ?'),
    raiseFloor: db.prepare('UPDATE inboxes SET floor_seq = max(floor_seq, ?) WHERE n = ?'),
    pending: db.prepare(
      `SELECT messages.n AS message_n, messages.id AS message_id, messages.received_at, messages.size,
              inboxes.*, address
       FROM messages JOIN inboxes ON inboxes.n = messages.inbox
       JOIN addresses ON addresses.inbox = inboxes.n
       WHERE (pending_since < ?1 OR pending_since > ?2) AND inboxes.expires_at > ?2
       ORDER BY pending_since LIMIT ?3`,
    ),
    take: db.prepare('UPDATE messages SET pending_since = ? WHERE n = ?'),
    arrived: db.prepare('SELECT 1 FROM arrivals WHERE tag = ? AND name = ? AND until > ?'),
    remember: db.prepare('INSERT OR REPLACE INTO arrivals (tag, name, until) VALUES (?, ?, ?)'),
  };
}

type Statements = ReturnType<typeof readingStatements> & ReturnType<typeof writingStatements>;

/** The operations of a store on messages. */
export function sqliteMessages(db: DatabaseSync): MessageReads & MessageWrites {
  const sql = { ...readingStatements(db), ...writingStatements(db) };
  return { ...reads(sql), ...arrivals(sql), ...changes(sql) };
}

/** A message that readers can see: saved, published and not deleted. */
function visible(sql: Statements, now: number, id: InboxId, mid: MessageId): Row | null {
  const row = sql.message.get(id, now, mid);
  return row === undefined || row['seq'] === null ? null : row;
}

/** Counts a change of the inbox and gives it to the message. */
function countChange(sql: Statements, message: Row): { seq: number } {
  const counted = sql.nextSeq.get(integer(message, 'inbox'));
  if (counted === undefined) throw new Error('a message without its inbox');
  const seq = integer(counted, 'last_seq');
  sql.change.run(integer(message, 'n'), seq);
  return { seq };
}

function putPart(
  sql: Statements,
  message: number | bigint,
  name: PartName,
  data: Uint8Array,
): void {
  const { head, tail } = fillersFor(data.length);
  sql.putPart.run(message, name, head, data, tail);
}

function reads(sql: Statements): MessageReads {
  return {
    readMessage(now, id, mid) {
      const row = visible(sql, now, id, mid);
      const whole = row === null ? undefined : sql.whole.get(integer(row, 'n'));
      return whole === undefined ? null : toMessage(whole);
    },
    readPart(now, id, mid, part) {
      const row = sql.message.get(id, now, mid);
      const found = row === undefined ? undefined : sql.part.get(integer(row, 'n'), part);
      return found === undefined ? null : blobOrNull(found, 'data');
    },
    listChanges(now, id, after, page) {
      const inbox = sql.inbox.get(id, now);
      if (inbox === undefined) return null;
      const rows = sql.changes.iterate(integer(inbox, 'n'), after);
      return {
        ...cutPage(rows, page),
        lastSeq: integer(inbox, 'last_seq'),
        floorSeq: integer(inbox, 'floor_seq'),
      };
    },
  };
}

function cutPage(rows: Iterable<Row>, page: { limit: number; maxBytes: number }) {
  const changes: StoredChange[] = [];
  let bytes = 0;
  for (const row of rows) {
    const change = toChange(row);
    if (!change.deleted) {
      bytes += (change.message.content?.length ?? 0) + (change.message.verdict?.length ?? 0);
    }
    const full = changes.length >= page.limit || bytes > page.maxBytes;
    if (full && changes.length > 0) return { changes, more: true };
    changes.push(change);
  }
  return { changes, more: false };
}

function arrivals(sql: Statements): Pick<MessageWrites, 'saveMessage' | 'takePending'> {
  return {
    saveMessage(now, id, message, limits) {
      const inbox = sql.inbox.get(id, now);
      if (inbox === undefined) return { ok: false, code: 'recipient-expired' };
      const { known = [], remember = [], until = 0 } = message.arrival ?? {};
      const tag = text(inbox, 'tag');
      if (known.some((name) => sql.arrived.get(tag, name, now) !== undefined))
        return { ok: true, repeated: true };
      const full =
        integer(inbox, 'messages') + 1 > limits.messages ||
        integer(inbox, 'bytes') + message.size > limits.bytes;
      if (full) return { ok: false, code: 'inbox-full' };
      const n = integer(inbox, 'n');
      const saved = sql.insert.run(n, message.id, message.receivedAt, message.size, now);
      putPart(sql, saved.lastInsertRowid, 'raw', message.raw);
      sql.count.run(1, message.size, n);
      for (const name of remember) sql.remember.run(tag, name, until);
      return { ok: true };
    },
    takePending(now, { before, limit }) {
      const rows = sql.pending.all(before, now, limit);
      for (const row of rows) sql.take.run(now, integer(row, 'message_n'));
      return rows.map((row) => ({
        inbox: toInbox(row),
        id: messageId(row, 'message_id'),
        receivedAt: integer(row, 'received_at'),
        size: integer(row, 'size'),
      }));
    },
  };
}

function changes(
  sql: Statements,
): Pick<MessageWrites, 'publishMessage' | 'markSeen' | 'deleteMessage'> {
  return {
    publishMessage(now, id, mid, { state, parts, size }) {
      const row = sql.message.get(id, now, mid);
      if (row === undefined) return null;
      const n = integer(row, 'n');
      for (const [name, data] of parts) putPart(sql, n, name, data);
      if (size !== undefined) {
        sql.count.run(0, size - integer(row, 'size'), integer(row, 'inbox'));
        sql.resize.run(size, n);
      }
      sql.publish.run(state, n);
      return countChange(sql, row);
    },
    markSeen(now, id, mid, seen) {
      const row = visible(sql, now, id, mid);
      if (row === null) return null;
      if ((integer(row, 'seen') === 1) === seen) return { seq: integer(row, 'seq') };
      sql.see.run(seen ? 1 : 0, integer(row, 'n'));
      return countChange(sql, row);
    },
    deleteMessage(now, id, mid) {
      const row = visible(sql, now, id, mid);
      if (row === null) return null;
      const inbox = integer(row, 'inbox');
      sql.removeParts.run(integer(row, 'n'));
      sql.remove.run(integer(row, 'n'));
      sql.count.run(-1, -integer(row, 'size'), inbox);
      const change = countChange(sql, row);
      forgetDeletions(sql, inbox);
      return change;
    },
  };
}

/** Keeps the latest deletions; a reader whose cursor is older than the forgotten ones starts afresh. */
function forgetDeletions(sql: Statements, inbox: number): void {
  for (const row of sql.forgotten.all(inbox, KEPT_DELETIONS)) {
    sql.forget.run(integer(row, 'n'));
    sql.raiseFloor.run(integer(row, 'seq'), inbox);
  }
}
