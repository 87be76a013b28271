import { afterAll, beforeAll } from 'vitest';
import { startCluster } from '../../test/redis-cluster.ts';
import type { RedisCluster } from '../../test/redis-cluster.ts';
import { redisHarness } from '../../test/redis-harness.ts';
import { describeStore } from '../../test/store-suite.ts';

let cluster: RedisCluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 30_000);
afterAll(() => cluster.dispose());

describeStore('redis cluster store', (clock) => redisHarness(cluster.url, cluster.servers, clock));
