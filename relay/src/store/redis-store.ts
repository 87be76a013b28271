import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Clock, Store } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';
import { requireDurable } from './redis-durability.ts';
import { rewriteFiles } from './redis-erasure.ts';
import { redisAccesses, redisInboxes, redisPairings } from './redis-inboxes.ts';
import type { RedisDeps } from './redis-inboxes.ts';
import { RedisIndex } from './redis-index.ts';
import { RedisRelays } from './redis-relays.ts';
import { redisJobs } from './redis-jobs.ts';
import { redisMessages } from './redis-messages.ts';
import { integer } from './redis-replies.ts';
import { RedisRunner } from './redis-runner.ts';

const PROBE = 'mayfly:{probe}:checked';
const PROBE_MS = 60_000;
/** So many signs of life fit into the time after which a relay is taken for dead. */
const BEATS = 3;

export interface RedisStoreOptions {
  readonly clock: Clock;
  readonly durability: 'required' | 'relaxed';
  readonly eraseEveryMs: number;
  readonly relayId: string;
  readonly deadAfterMs: number;
}

/** A store on a connection that is there already, and that it closes at its end. */
export async function createRedisStoreOn(
  connection: RedisConnection,
  how: RedisStoreOptions,
): Promise<Store> {
  const runner = new RedisRunner(connection);
  await runner.load();
  const { relayId: own, deadAfterMs } = how;
  const relays = new RedisRelays(connection, runner, { own, deadAfterMs });
  const index = new RedisIndex(connection, runner, relays);
  const deps: RedisDeps = { connection, runner, relays, index, clock: how.clock };
  // Before any mail of this relay is there for others to see.
  await relays.beat();
  const stopBeating = beatEvery(relays, deadAfterMs / BEATS);
  const closing = new AbortController();
  return {
    ...redisInboxes(deps),
    ...redisMessages(deps),
    ...redisAccesses(deps),
    ...redisPairings(deps),
    ...redisJobs(connection),
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
      await stopBeating();
      await connection.close();
    },
  };
}

/** A sign that is missed is made up for by the next one. */
function beatEvery(relays: RedisRelays, milliseconds: number): () => Promise<void> {
  const ignore = (): void => {};
  const timer = setInterval(() => void relays.beat().catch(ignore), milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await relays.leave().catch(ignore);
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
