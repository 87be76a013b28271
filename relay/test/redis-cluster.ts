import { freePort, joinCluster, startRedis } from './redis-server.ts';
import type { RedisServer } from './redis-server.ts';

export interface RedisCluster {
  readonly url: string;
  readonly servers: readonly RedisServer[];
  dispose(): Promise<void>;
}

const startMember = async (): Promise<RedisServer> =>
  startRedis({
    'cluster-enabled': 'yes',
    'cluster-port': String(await freePort()),
    'cluster-node-timeout': '2000',
  });

/** Three real servers that share the slots, without replicas. */
export async function startCluster(): Promise<RedisCluster> {
  const servers = await Promise.all([startMember(), startMember(), startMember()]);
  await joinCluster(servers);
  const places = servers.map(({ port }) => `127.0.0.1:${port}`);
  return {
    url: `redis-cluster://${places.join(',')}`,
    servers,
    async dispose() {
      await Promise.all(servers.map((server) => server.dispose()));
    },
  };
}
