import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AMPLE, analysed, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import { createSqliteStore } from './sqlite.ts';

const folder = new URL('./migrations/', import.meta.url);
const names = (await readdir(folder)).sort();
const tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

async function temporaryPath(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'mayfly-migrations-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return path.join(made, 'mayfly.db');
}

const open = (file: string) => createSqliteStore({ path: file, clock: () => 1000 });

function withDatabase<T>(file: string, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

const tablesIn = (db: DatabaseSync) =>
  db
    .prepare(tables)
    .all()
    .map((row) => String(row['name']));

/** The tables of a store that knew the first migrations alone. */
async function tablesAfter(count: number): Promise<string[]> {
  const scripts = await Promise.all(
    names.slice(0, count).map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  return withDatabase(':memory:', (db) => {
    for (const script of scripts) db.exec(script);
    return tablesIn(db);
  });
}

/** Leaves in the file what an older program would have left there. */
async function makeOlder(file: string, count: number): Promise<void> {
  const known = await tablesAfter(count);
  withDatabase(file, (db) => {
    for (const name of tablesIn(db)) if (!known.includes(name)) db.exec(`DROP TABLE ${name}`);
    db.exec(`PRAGMA user_version = ${count}`);
  });
}

const older = names.map((_, i) => i + 1).slice(0, -1);

describe('a store of an older version', () => {
  it.each(older)('keeps its mail and takes more, from version %i on', async (count) => {
    const file = await temporaryPath();
    const inbox = sampleInbox(1000);
    const [before, after] = [sampleMessage(1000), sampleMessage(1000)];
    const first = await open(file);
    await first.createInbox(inbox);
    await first.saveMessage(inbox.id, before, AMPLE);
    await first.publishMessage(inbox.id, before.id, analysed());
    await first.close();
    await makeOlder(file, count);

    const store = await open(file);
    onTestFinished(() => store.close());
    await store.saveMessage(inbox.id, after, AMPLE);
    await store.publishMessage(inbox.id, after.id, analysed());
    const part = await store.readPart(inbox.id, before.id, 'raw');
    expect(part).toEqual(before.raw);
    expect((await store.findInbox(inbox.id))?.usage.messages).toBe(2);
    await store.savePairing({ codeHash: 'f0'.repeat(32), label: 'laptop', expiresAt: 5000 });
    expect(withDatabase(file, tablesIn)).toEqual(await tablesAfter(names.length));
  });
});
