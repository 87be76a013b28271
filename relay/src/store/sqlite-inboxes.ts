import type { DatabaseSync } from 'node:sqlite';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { InboxRecord } from '../core/ports.ts';
import { fillersFor } from './sqlite-overflow.ts';
import type { SqliteReads, SqliteWrites } from './sqlite-protocol.ts';
import { inboxId, integer, text, toAccess, toInbox, toPairing } from './sqlite-rows.ts';
import type { Row } from './sqlite-rows.ts';
import { tombstoneOfDeletion, tombstoneOfExpiry } from './tombstone.ts';
import type { Tombstone } from './tombstone.ts';

type InboxReads = Pick<
  SqliteReads,
  'findInbox' | 'findAddress' | 'findAccess' | 'listAccess' | 'listInboxesOf'
>;
type InboxWrites = Pick<
  SqliteWrites,
  | 'createInbox'
  | 'changeInbox'
  | 'deleteInbox'
  | 'revokeToken'
  | 'cleanUpSome'
  | 'saveAccess'
  | 'deleteAccess'
  | 'savePairing'
  | 'takePairing'
  | 'check'
>;

const INBOX = 'SELECT * FROM inboxes JOIN addresses ON addresses.inbox = inboxes.n';
const TAG_LENGTH = 16;
const tagOf = (id: InboxId): string => id.slice(0, TAG_LENGTH);
const usageOf = (row: Row) => ({
  messages: integer(row, 'messages'),
  bytes: integer(row, 'bytes'),
});

/** What the operations on inboxes ask of the database. */
function prepareStatements(db: DatabaseSync) {
  return {
    living: db.prepare(`${INBOX} WHERE id = ? AND expires_at > ?`),
    livingAt: db.prepare(`${INBOX} WHERE tag = ? AND expires_at > ?`),
    insert: db.prepare(
      `INSERT INTO inboxes (id, tag, created_at, expires_at, max_expires_at, public_key, access_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertAddress: db.prepare(
      'INSERT INTO addresses (inbox, head, address, tail) VALUES (?, ?, ?, ?)',
    ),
    change: db.prepare('UPDATE inboxes SET expires_at = ?, public_key = ? WHERE n = ?'),
    remove: db.prepare('DELETE FROM inboxes WHERE n = ?'),
    ended: db.prepare(
      'SELECT n, id FROM inboxes WHERE expires_at <= ? ORDER BY expires_at LIMIT ?',
    ),
    tombstone: db.prepare('SELECT * FROM tombstones WHERE tag = ? AND reserved_until > ?'),
    bury: db.prepare(
      'INSERT OR REPLACE INTO tombstones (tag, retry_until, reserved_until) VALUES (?, ?, ?)',
    ),
    exhume: db.prepare('DELETE FROM tombstones WHERE reserved_until <= ?'),
    forgetArrivals: db.prepare('DELETE FROM arrivals WHERE until <= ?'),
    revoked: db.prepare('SELECT jti FROM revoked_tokens WHERE inbox = ?'),
    revoke: db.prepare('INSERT OR IGNORE INTO revoked_tokens (inbox, jti) VALUES (?, ?)'),
    saveAccess: db.prepare(
      'INSERT OR REPLACE INTO accesses (id, label, created_at) VALUES (?, ?, ?)',
    ),
    access: db.prepare('SELECT * FROM accesses WHERE id = ?'),
    accesses: db.prepare('SELECT * FROM accesses ORDER BY created_at, id'),
    inboxesOf: db.prepare('SELECT id FROM inboxes WHERE access_id = ? AND expires_at > ?'),
    removeAccess: db.prepare('DELETE FROM accesses WHERE id = ?'),
    savePairing: db.prepare(
      'INSERT OR REPLACE INTO pairings (code_hash, label, expires_at) VALUES (?, ?, ?)',
    ),
    takePairing: db.prepare('DELETE FROM pairings WHERE code_hash = ? RETURNING *'),
    endPairings: db.prepare('DELETE FROM pairings WHERE expires_at <= ?'),
    probe: db.prepare('INSERT OR REPLACE INTO probe (n, checked_at) VALUES (1, ?)'),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** The operations of a store on inboxes, addresses, accesses and pairings. */
export function sqliteInboxes(db: DatabaseSync): InboxReads & InboxWrites {
  const sql = prepareStatements(db);
  return {
    ...inboxReads(sql),
    ...inboxWrites(sql),
    ...chores(sql),
    ...accessOperations(sql),
    ...pairingOperations(sql),
  };
}

function inboxReads(sql: Statements): Pick<InboxReads, 'findInbox' | 'findAddress'> {
  return {
    findInbox(now, id) {
      const row = sql.living.get(id, now);
      if (row === undefined) return null;
      const revoked = sql.revoked.all(integer(row, 'n')).map((each) => text(each, 'jti'));
      return { inbox: toInbox(row), usage: usageOf(row), revoked: new Set(revoked) };
    },
    findAddress(now, tag) {
      const row = sql.livingAt.get(tag, now);
      if (row !== undefined) return { state: 'living', inbox: toInbox(row), usage: usageOf(row) };
      const ended = sql.tombstone.get(tag, now);
      if (ended === undefined) return { state: 'unknown' };
      return {
        state: 'ended',
        retryUntil: integer(ended, 'retry_until'),
        reservedUntil: integer(ended, 'reserved_until'),
      };
    },
  };
}

function inboxWrites(
  sql: Statements,
): Pick<InboxWrites, 'createInbox' | 'changeInbox' | 'deleteInbox'> {
  const bury = (id: InboxId, { retryUntil, reservedUntil }: Tombstone) =>
    sql.bury.run(tagOf(id), retryUntil, reservedUntil);
  return {
    createInbox(now, inbox, options) {
      const tag = tagOf(inbox.id);
      const reserved = options?.reopen !== true && sql.tombstone.get(tag, now) !== undefined;
      if (reserved || sql.livingAt.get(tag, now) !== undefined) {
        return { ok: false, code: 'address-taken' };
      }
      insertInbox(sql, tag, inbox);
      bury(inbox.id, tombstoneOfExpiry(inbox.expiresAt));
      return { ok: true };
    },
    changeInbox(now, id, change) {
      const row = sql.living.get(id, now);
      if (row === undefined) return null;
      const inbox = { ...toInbox(row), ...change };
      sql.change.run(inbox.expiresAt, inbox.publicKey, integer(row, 'n'));
      bury(id, tombstoneOfExpiry(inbox.expiresAt));
      return inbox;
    },
    deleteInbox(now, id) {
      const row = sql.living.get(id, now);
      if (row === undefined) return false;
      sql.remove.run(integer(row, 'n'));
      bury(id, tombstoneOfDeletion(now));
      return true;
    },
  };
}

function chores(sql: Statements): Pick<InboxWrites, 'revokeToken' | 'cleanUpSome'> {
  return {
    revokeToken(now, id, jti) {
      const row = sql.living.get(id, now);
      if (row === undefined) return false;
      sql.revoke.run(integer(row, 'n'), jti);
      return true;
    },
    cleanUpSome(now, limit) {
      const rows = sql.ended.all(now, limit);
      for (const row of rows) sql.remove.run(integer(row, 'n'));
      sql.exhume.run(now);
      sql.endPairings.run(now);
      sql.forgetArrivals.run(now);
      return { ended: rows.map((row) => inboxId(row, 'id')), more: rows.length === limit };
    },
  };
}

function insertInbox(sql: Statements, tag: string, inbox: InboxRecord): void {
  const { id, address, createdAt, expiresAt, maxExpiresAt, publicKey, accessId } = inbox;
  const made = sql.insert.run(id, tag, createdAt, expiresAt, maxExpiresAt, publicKey, accessId);
  const { head, tail } = fillersFor(Buffer.byteLength(address));
  sql.insertAddress.run(made.lastInsertRowid, head, address, tail);
}

function accessOperations(
  sql: Statements,
): Pick<
  InboxReads & InboxWrites,
  'saveAccess' | 'findAccess' | 'listAccess' | 'deleteAccess' | 'listInboxesOf' | 'check'
> {
  return {
    saveAccess(_now, { id, label, createdAt }) {
      sql.saveAccess.run(id, label, createdAt);
    },
    findAccess(_now, id) {
      const row = sql.access.get(id);
      return row === undefined ? null : toAccess(row);
    },
    listAccess: () => sql.accesses.all().map(toAccess),
    deleteAccess: (_now, id) => sql.removeAccess.run(id).changes === 1,
    listInboxesOf: (now, accessId) =>
      sql.inboxesOf.all(accessId, now).map((row) => inboxId(row, 'id')),
    check(now) {
      sql.probe.run(now);
    },
  };
}

function pairingOperations(sql: Statements): Pick<InboxWrites, 'savePairing' | 'takePairing'> {
  return {
    savePairing(_now, { codeHash, label, expiresAt }) {
      sql.savePairing.run(codeHash, label, expiresAt);
    },
    takePairing(now, codeHash) {
      const row = sql.takePairing.get(codeHash);
      const pairing = row === undefined ? null : toPairing(row);
      return pairing !== null && pairing.expiresAt > now ? pairing : null;
    },
  };
}
