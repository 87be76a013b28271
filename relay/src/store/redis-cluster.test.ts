import { afterAll, beforeAll } from 'vitest';
import { redisHarness } from '../../test/redis-harness.ts';
import { freePort, joinCluster, startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { describeStore } from '../../test/store-suite.ts';

let servers: RedisServer[] = [];
const startMember = async (): Promise<RedisServer> =>
  startRedis({
    'cluster-enabled': 'yes',
    'cluster-port': String(await freePort()),
    'cluster-node-timeout': '2000',
  });

beforeAll(async () => {
  servers = await Promise.all([startMember(), startMember(), startMember()]);
  await joinCluster(servers);
}, 30_000);
afterAll(() => Promise.all(servers.map((server) => server.dispose())));

describeStore('redis cluster store', (clock) => {
  const places = servers.map(({ port }) => `127.0.0.1:${port}`);
  return redisHarness(`redis-cluster://${places.join(',')}`, servers, clock);
});
