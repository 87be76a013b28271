import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteHarness } from '../../test/sqlite-harness.ts';
import { describeStore } from '../../test/store-suite.ts';
import { AMPLE, randomName, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import type { Store } from '../core/ports.ts';
import { createSqliteStore } from './sqlite.ts';

describeStore('sqlite store', sqliteHarness);

describe('the database file', () => {
  let folder: string;
  let path: string;
  let store: Store | undefined;
  const open = async (): Promise<Store> => (store = await createSqliteStore({ path, clock: () => 1000 }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mayfly-sqlite-'));
    path = join(folder, 'new', 'folder', 'mayfly.db');
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
    await rm(folder, { recursive: true });
  });

  it('is made with its folder, for its owner alone', async () => {
    const inbox = sampleInbox(1000);
    await (await open()).createInbox(inbox);
    const modes = await Promise.all(['', '-wal'].map(async (end) => (await stat(path + end)).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('is refused when a newer program wrote it, with both versions named', async () => {
    await (await open()).close();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(open()).rejects.toThrow(/newer Mayfly.* version 99.* up to 1\b/s);
    const after = new DatabaseSync(path);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
    after.close();
  });

  it('is refused when it is no database', async () => {
    path = join(folder, '.');
    await expect(open()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('has an empty WAL after the cleanup', async () => {
    await (await open()).createInbox(sampleInbox(0, { expiresAt: 500 }));
    const living = sampleInbox(1000);
    await store?.createInbox(living);
    expect((await stat(`${path}-wal`)).size).toBeGreaterThan(0);
    await store?.cleanup();
    expect((await stat(`${path}-wal`)).size).toBe(0);
  });

  it('keeps no trace of many small mails that came and went in mixed order', async () => {
    await open();
    const canary = `canary-${randomName(20)}`;
    const inboxes = Array.from({ length: 30 }, (_, index) => sampleInbox(0, { expiresAt: 1001 + (index % 7) }));
    await Promise.all(inboxes.map((inbox) => store?.createInbox(inbox)));
    for (let round = 0; round < 10; round += 1) {
      const raw = canary.repeat(1 + round * 3);
      const messages = inboxes.map(() => sampleMessage(1000, raw));
      await Promise.all(inboxes.map((inbox, at) => store?.saveMessage(inbox.id, messages[at] ?? sampleMessage(0), AMPLE)));
      await Promise.all(
        inboxes.map((inbox, at) =>
          store?.publishMessage(inbox.id, messages[at]?.id ?? sampleMessage(0).id, {
            state: 'analysed',
            parts: new Map([['content', Buffer.from(raw)]]),
          }),
        ),
      );
    }
    await store?.close();
    expect((await readFile(path)).includes(canary)).toBe(true);
    for (const now of [1003, 1005, 2000]) {
      store = await createSqliteStore({ path, clock: () => now });
      await store.cleanup();
      await store.close();
    }
    const db = new DatabaseSync(path);
    expect(db.prepare('SELECT count(*) AS n FROM parts').get()).toEqual({ n: 0 });
    db.close();
    expect((await readFile(path)).includes(canary)).toBe(false);
  });

  it('answers store-unavailable while another program holds the lock, and recovers by itself', async () => {
    await open();
    const inbox = sampleInbox(1000);
    await store?.createInbox(inbox);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const save = () => store?.saveMessage(inbox.id, sampleMessage(1000), AMPLE);
    const during = await Promise.allSettled([save(), save(), store?.check()]);
    expect(during.map((each) => each.status === 'rejected' && each.reason.code)).toEqual(
      Array(3).fill('store-unavailable'),
    );
    expect((await store?.findInbox(inbox.id))?.usage.messages).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    expect(await save()).toEqual({ ok: true });
    await store?.check();
  });
});
