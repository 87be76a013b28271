import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { emailAddressSchema } from '@mayfly/shared/contract/inbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteHarness } from '../../test/sqlite-harness.ts';
import { describeStore } from '../../test/store-suite.ts';
import { AMPLE, analysed, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import type { Store } from '../core/ports.ts';
import { createSqliteStore } from './sqlite.ts';

describeStore('sqlite store', sqliteHarness);

describe('the database file', () => {
  let folder: string;
  let path: string;
  let store: Store | undefined;
  const open = async (): Promise<Store> =>
    (store = await createSqliteStore({ path, clock: () => 1000 }));
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
    const modes = await Promise.all(
      ['', '-wal'].map(async (end) => (await stat(path + end)).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('is refused when a newer program wrote it, with both versions named', async () => {
    await (await open()).close();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(open()).rejects.toThrow(/newer Mayfly.* version 99.* up to 3\b/s);
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

  it('keeps no trace of a pairing whose time is over', async () => {
    let now = 0;
    store = await createSqliteStore({ path, clock: () => now });
    const codeHash = 'f0'.repeat(32);
    await store.savePairing({ codeHash, label: 'laptop', expiresAt: 500 });
    const files = async () =>
      (await Promise.all([path, `${path}-wal`].map((each) => readFile(each, 'latin1')))).join();
    expect(await files()).toContain(codeHash);
    now = 500;
    await store.cleanup();
    expect(await files()).not.toContain(codeHash);
  });

  it('keeps no trace of ended mail while other mail comes and stays', async () => {
    let now = 0;
    store = await createSqliteStore({ path, clock: () => now });
    const random = sequence(1);
    for (let round = 1; round <= 40; round += 1) {
      await Promise.all(
        Array.from({ length: 25 }, () =>
          receive(store, round + Math.floor(random() * 4), random() ** 3 * 9000),
        ),
      );
      now = round;
      await store.cleanup();
      const files = await Promise.all(
        [path, `${path}-wal`].map((each) => readFile(each, 'latin1')),
      );
      const ends = files.flatMap((file) =>
        [...file.matchAll(/ends-(\d+);/g)].map((match) => Number(match[1])),
      );
      expect(ends.filter((end) => end <= now)).toEqual([]);
      expect(ends.filter((end) => end > now)).not.toEqual([]);
    }
  });

  it('answers store-unavailable while another program holds the lock, and recovers by itself', async () => {
    await open();
    const inbox = sampleInbox(1000);
    await store?.createInbox(inbox);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const save = () => store?.saveMessage(inbox.id, sampleMessage(1000), AMPLE);
    const during = await Promise.allSettled([save(), save(), store?.check()]);
    expect(during).toMatchObject(
      Array(3).fill({ status: 'rejected', reason: { code: 'store-unavailable' } }),
    );
    expect((await store?.findInbox(inbox.id))?.usage.messages).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    expect(await save()).toEqual({ ok: true });
    await store?.check();
  });
});

/** An inbox that ends at `end`, with a mail that says so in its address, its raw form and its content. */
async function receive(store: Store | undefined, end: number, length: number): Promise<void> {
  const mark = `ends-${end};`;
  const address = emailAddressSchema.parse(`${mark}@mayfly.test`);
  const inbox = sampleInbox(0, { expiresAt: end, address });
  await store?.createInbox(inbox);
  const message = sampleMessage(0, mark + 'x'.repeat(length));
  await store?.saveMessage(inbox.id, message, AMPLE);
  await store?.publishMessage(
    inbox.id,
    message.id,
    analysed({ raw: `${mark} and less`, content: message.raw }),
  );
}

/** Random numbers that are the same in each run (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
