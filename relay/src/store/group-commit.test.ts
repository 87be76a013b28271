import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitTogether } from './group-commit.ts';

describe('commitTogether', () => {
  let folder: string;
  let db: DatabaseSync;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayfly-commit-'));
    db = new DatabaseSync(join(folder, 'test.db'));
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE kept (name TEXT PRIMARY KEY, data BLOB)');
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  const insert =
    (name: string, size = 1) =>
    () =>
      db.prepare('INSERT INTO kept VALUES (?, zeroblob(?))').run(name, size).changes;
  const commit = async (...runs: (() => unknown)[]): Promise<string[]> => {
    const answers = runs.map((run) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      return { promise, write: { run, resolve, reject } };
    });
    commitTogether(
      db,
      answers.map((each) => each.write),
    );
    const settled = await Promise.allSettled(answers.map((each) => each.promise));
    return settled.map(({ status }) => status);
  };
  const names = (): unknown[] =>
    db
      .prepare('SELECT name FROM kept ORDER BY name')
      .all()
      .map((row) => row['name']);

  it('commits what came together once', async () => {
    const other = new DatabaseSync(join(folder, 'test.db'));
    const seen: unknown[] = [];
    const look = () => seen.push(other.prepare('SELECT count(*) AS n FROM kept').get()?.['n']);
    expect(await commit(insert('a'), look, insert('b'), look)).toEqual(Array(4).fill('fulfilled'));
    expect(seen).toEqual([0, 0]);
    expect(names()).toEqual(['a', 'b']);
    other.close();
  });

  it('takes one that fails back alone, with all that it wrote', async () => {
    const half = (): never => {
      insert('half')();
      throw new Error('on purpose');
    };
    expect(await commit(insert('a'), half, insert('a'), insert('b'))).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(names()).toEqual(['a', 'b']);
    expect(await commit(half)).toEqual(['rejected']);
    expect(names()).toEqual(['a', 'b']);
  });

  it('stores what fits when one write fills the disk, and goes on when there is room', async () => {
    db.exec('PRAGMA max_page_count = 20');
    expect(await commit(insert('a'), insert('big', 1_000_000), insert('b'))).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(names()).toEqual(['a', 'b']);
    db.exec('PRAGMA max_page_count = 10000');
    expect(await commit(insert('big', 1_000_000))).toEqual(['fulfilled']);
  });

  it('fails all of them when the lock is another one’s, and goes on afterwards', async () => {
    const other = new DatabaseSync(join(folder, 'test.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(await commit(insert('a'), insert('b'))).toEqual(['rejected', 'rejected']);
    other.close();
    expect(await commit(insert('a'), insert('b'))).toEqual(['fulfilled', 'fulfilled']);
  });
});
