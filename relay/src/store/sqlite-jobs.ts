import type { DatabaseSync } from 'node:sqlite';
import type { SqliteOperations } from './sqlite-protocol.ts';
import { integer, text } from './sqlite-rows.ts';

type Jobs = Pick<SqliteOperations, 'takeLease' | 'dropLease' | 'readPlace' | 'savePlace'>;

/** The operations of a store on jobs. */
export function sqliteJobs(db: DatabaseSync): Jobs {
  const find = db.prepare('SELECT * FROM jobs WHERE name = ?');
  const take = db.prepare(
    `INSERT INTO jobs (name, holder, fence, until) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (name) DO UPDATE SET holder = ?2, fence = ?3, until = ?4`,
  );
  const drop = db.prepare('UPDATE jobs SET until = 0 WHERE name = ? AND holder = ?');
  const save = db.prepare('UPDATE jobs SET place = ? WHERE name = ? AND fence = ?');
  return {
    takeLease(now, job, holder, milliseconds) {
      const row = find.get(job);
      const left = row === undefined ? 0 : integer(row, 'until') - now;
      const isHolder = row !== undefined && text(row, 'holder') === holder;
      // One that ends later than it could was given before the clock was set back.
      if (!isHolder && left > 0 && left <= milliseconds) return null;
      const fence = (row === undefined ? 0 : integer(row, 'fence')) + (isHolder ? 0 : 1);
      take.run(job, holder, fence, now + milliseconds);
      return { fence };
    },
    dropLease(_now, job, holder) {
      drop.run(job, holder);
    },
    readPlace(_now, job) {
      const row = find.get(job);
      return row === undefined || row['place'] === null ? null : text(row, 'place');
    },
    savePlace: (_now, job, fence, place) => save.run(place, job, fence).changes === 1,
  };
}
