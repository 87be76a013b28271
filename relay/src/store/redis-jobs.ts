import type { Store } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';
import { integer, octetsOrNull, orNull } from './redis-replies.ts';

type Jobs = Pick<Store, 'takeLease' | 'dropLease' | 'readPlace' | 'savePlace'>;

/** A job that nobody took for so long is forgotten: 400 days. */
const KEEP_MS = 34_560_000_000;

/** In the time of Redis, so that no relay's clock matters. ARGV: holder, milliseconds. The fence, or null. */
const TAKE = `
local at = redis.call('TIME')
local now = at[1] * 1000 + math.floor(at[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'holder', 'until', 'fence')
local fence = tonumber(held[3] or '0')
if held[1] ~= ARGV[1] then
  if tonumber(held[2] or '0') > now then return false end
  fence = fence + 1
end
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'until', now + ARGV[2], 'fence', fence)
redis.call('PEXPIRE', KEYS[1], ${KEEP_MS})
return fence`;

const DROP = `
if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('HSET', KEYS[1], 'until', 0) end
return 0`;

/** ARGV: fence, place. */
const SAVE = `
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'place', ARGV[2])
return 1`;

/** The operations of a store on jobs. */
export function redisJobs(connection: RedisConnection): Jobs {
  const keyOf = (job: string) => `mayfly:{job-${job}}:lease`;
  const run = (script: string, job: string, ...args: string[]) =>
    connection.command(keyOf(job), ['EVAL', script, '1', keyOf(job), ...args]);
  return {
    takeLease: async (job, holder, milliseconds) =>
      orNull(await run(TAKE, job, holder, String(milliseconds)), (fence) => ({
        fence: integer(fence),
      })),
    dropLease: async (job, holder) => void (await run(DROP, job, holder)),
    async readPlace(job) {
      const place = await connection.command(keyOf(job), ['HGET', keyOf(job), 'place']);
      return octetsOrNull(place)?.toString() ?? null;
    },
    savePlace: async (job, fence, place) =>
      integer(await run(SAVE, job, String(fence), place)) === 1,
  };
}
