import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Clock, Store } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';
import { requireDurable } from './redis-durability.ts';
import { rewriteFiles } from './redis-erasure.ts';
import { redisAccesses, redisInboxes } from './redis-inboxes.ts';
import type { RedisDeps } from './redis-inboxes.ts';
import { RedisIndex } from './redis-index.ts';
import { redisMessages } from './redis-messages.ts';
import { integer } from './redis-replies.ts';
import { RedisRunner } from './redis-runner.ts';

const PROBE = 'mayfly:{probe}:checked';
const PROBE_MS = 60_000;

/** A store on a connection that is there already, and that it closes at its end. */
export async function createRedisStoreOn(
  connection: RedisConnection,
  how: { clock: Clock; durability: 'required' | 'relaxed'; eraseEveryMs: number },
): Promise<Store> {
  const runner = new RedisRunner(connection);
  await runner.load();
  const deps: RedisDeps = {
    connection,
    runner,
    index: new RedisIndex(connection, runner),
    clock: how.clock,
  };
  const closing = new AbortController();
  return {
    ...redisInboxes(deps),
    ...redisMessages(deps),
    ...redisAccesses(deps),
    async cleanup() {
      const ended = await takeEnded(deps);
      await rewriteFiles(connection, how.eraseEveryMs, closing.signal);
      return ended;
    },
    async check() {
      if (how.durability === 'required') await requireDurable(connection);
      await connection.command(PROBE, ['SET', PROBE, '1', 'PX', String(PROBE_MS)]);
    },
    async close() {
      closing.abort();
      await connection.close();
    },
  };
}

/** Redis removes ended inboxes by its own clock; this sees to those it has not yet, and says which have ended. */
async function takeEnded(deps: RedisDeps): Promise<InboxId[]> {
  const now = deps.clock();
  const all: InboxId[] = [];
  for (const shard of deps.index.shards) {
    for (;;) {
      const due = await deps.index.ended(shard, now);
      if (due.length === 0) break;
      const ended = await Promise.all(due.map((id) => takeOne(deps, id, now)));
      all.push(...due.filter((_, at) => ended[at] === true));
    }
  }
  return all;
}

/** True for the one relay that saw it end. */
async function takeOne({ runner, index }: RedisDeps, id: InboxId, now: number): Promise<boolean> {
  const expiresAt = integer(await runner.run('endInbox', id, now));
  if (expiresAt === 0) return await index.dropEnd(id);
  await index.setEnd(id, expiresAt);
  return false;
}
