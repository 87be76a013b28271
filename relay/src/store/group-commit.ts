import type { DatabaseSync } from 'node:sqlite';

/** A write that waits for its commit. */
export interface QueuedWrite {
  /** Its statements; called again when the transaction was lost for reasons of another write. */
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Result = { ok: true; value: unknown } | { ok: false; error: unknown };

/**
 * Runs writes in one transaction and answers each after the commit. A write that fails is taken back alone; a commit
 * that fails fails all of them, and the next group starts afresh.
 */
export function commitTogether(db: DatabaseSync, writes: readonly QueuedWrite[]): void {
  const [only] = writes;
  if (only === undefined) return;
  let results: Result[] | 'lost';
  try {
    db.exec('BEGIN IMMEDIATE');
    results = writes.length === 1 ? [{ ok: true, value: only.run() }] : attemptAll(db, writes);
    if (results !== 'lost') db.exec('COMMIT');
  } catch (error) {
    abandon(db);
    for (const write of writes) write.reject(error);
    return;
  }
  if (results === 'lost') for (const write of writes) commitTogether(db, [write]);
  else answer(writes, results);
}

function attempt(write: QueuedWrite): Result {
  try {
    return { ok: true, value: write.run() };
  } catch (error) {
    return { ok: false, error };
  }
}

/** `lost`: a fault such as a full disk made SQLite take the whole transaction back; each write then goes alone. */
function attemptAll(db: DatabaseSync, writes: readonly QueuedWrite[]): Result[] | 'lost' {
  const results: Result[] = [];
  for (const write of writes) {
    db.exec('SAVEPOINT one');
    const result = attempt(write);
    if (!db.isTransaction) return 'lost';
    db.exec(result.ok ? 'RELEASE one' : 'ROLLBACK TO one; RELEASE one');
    results.push(result);
  }
  return results;
}

function abandon(db: DatabaseSync): void {
  if (!db.isTransaction) return;
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite took the transaction back by itself; what counts is that none is open.
  }
}

function answer(writes: readonly QueuedWrite[], results: readonly Result[]): void {
  writes.forEach((write, index) => {
    const result = results[index];
    if (result?.ok === true) write.resolve(result.value);
    else write.reject(result?.error);
  });
}
