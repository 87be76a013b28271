import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PAGE_SIZE } from './sqlite-overflow.ts';
import type { SqliteOptions } from './sqlite-protocol.ts';

const migrationsFolder = new URL('./migrations/', import.meta.url);

interface Migration {
  readonly version: number;
  readonly name: string;
}

function listMigrations(): Migration[] {
  return readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number.parseInt(name, 10), name }));
}

function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

function migrate(db: DatabaseSync, path: string): void {
  const migrations = listMigrations();
  const known = migrations.at(-1)?.version ?? 0;
  // Inside the lock, so that two programs that start at once do not both migrate.
  db.exec('BEGIN IMMEDIATE');
  try {
    const current = schemaVersion(db);
    if (current > known) {
      throw new Error(
        `The database ${path} was written by a newer Mayfly: its schema has version ${current}, ` +
          `this program knows up to ${known}. Start the newer program, or name another file in MAYFLY_STORE.`,
      );
    }
    for (const { version, name } of migrations.filter((each) => each.version > current)) {
      db.exec(readFileSync(new URL(name, migrationsFolder), 'utf8'));
      db.exec(`PRAGMA user_version = ${version}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Opens the file, made with rights for its owner alone, and brings its schema up to date. */
export function openDatabase({ path, synchronous }: SqliteOptions): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives the WAL the rights of the file itself.
  closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: 2000, enableForeignKeyConstraints: true });
  try {
    // Only an empty file takes these two; the second lets cleanup give pages back to the file system.
    db.exec(`PRAGMA page_size = ${PAGE_SIZE}`);
    db.exec('PRAGMA auto_vacuum = INCREMENTAL');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec(`PRAGMA synchronous = ${synchronous}`);
    db.exec('PRAGMA secure_delete = ON');
    // Else SQLite keeps what it may have to take back in files of its own.
    db.exec('PRAGMA temp_store = MEMORY');
    migrate(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Moves the WAL into the database and empties it: what secure_delete wiped is then in no file any more. */
export function truncateWal(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
