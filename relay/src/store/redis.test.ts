import { afterAll, beforeAll } from 'vitest';
import { redisHarness } from '../../test/redis-harness.ts';
import { startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { describeStore } from '../../test/store-suite.ts';

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.dispose());

describeStore('redis store', (clock) => redisHarness(server.url, [server], clock));
