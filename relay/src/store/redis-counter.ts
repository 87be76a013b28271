import type { Clock, Counted, Counter } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';
import { integer, list } from './redis-replies.ts';

/** Each key for itself, so that a cluster spreads them. ARGV: the window in milliseconds. */
const ADD = `
local hits = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {hits, left}`;
const TAKE_BACK = `
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then redis.call('DECR', KEYS[1]) end
return 0`;
const READ = `
return {tonumber(redis.call('GET', KEYS[1]) or '0'), redis.call('PTTL', KEYS[1])}`;

/** What all relays on one Redis count together. The keys end by themselves. */
export function createRedisCounter(connection: RedisConnection, clock: Clock): Counter {
  // Short scripts: Redis keeps them compiled, and there is no order of loading to look after.
  const run = (script: string, name: string, ...args: string[]) => {
    const key = `mayfly:count:${name}`;
    return connection.command(key, ['EVAL', script, '1', key, ...args]);
  };
  const counted = (reply: unknown): Counted => {
    const [hits, left] = list(reply);
    return { hits: integer(hits), until: clock() + integer(left) };
  };
  return {
    add: async (key, windowMs) => counted(await run(ADD, key, String(windowMs))),
    takeBack: async (key) => void (await run(TAKE_BACK, key)),
    async read(key) {
      const found = counted(await run(READ, key));
      return found.until > clock() ? found : null;
    },
  };
}
