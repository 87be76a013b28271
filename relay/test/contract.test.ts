import { afterAll, beforeAll, describe } from 'vitest';
import { openPlace } from './contract-place.ts';
import { describeContract } from './contract-suite.ts';
import { startCluster } from './redis-cluster.ts';
import type { RedisCluster } from './redis-cluster.ts';
import { startRedis } from './redis-server.ts';
import type { RedisServer } from './redis-server.ts';

const secret = { MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };

describeContract('of one relay on SQLite', () => openPlace(1));

describe('on one Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.dispose());
  describeContract('of two relays, each request to the next one', () =>
    openPlace(2, { ...secret, MAYFLY_STORE: redis.url }),
  );
});

describe('on a Redis Cluster of three', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 60_000);
  afterAll(() => cluster.dispose());
  describeContract('of three relays, each request to the next one', () =>
    openPlace(3, { ...secret, MAYFLY_STORE: cluster.url }),
  );
});
