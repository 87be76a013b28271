import type { Clock } from '../src/core/ports.ts';
import { createRedisStore } from '../src/store/redis.ts';
import { agree } from './redis-server.ts';
import type { RedisServer } from './redis-server.ts';
import type { StoreHarness } from './store-setting.ts';

async function close({ store, publisher }: Awaited<ReturnType<typeof createRedisStore>>) {
  await publisher.close();
  await store.close();
}

/** An empty store on running servers, and a second relay's publisher beside it. */
export async function redisHarness(
  url: string,
  servers: readonly RedisServer[],
  clock: Clock,
): Promise<StoreHarness> {
  await Promise.all(servers.map((server) => server.command('FLUSHALL')));
  const fast = { eraseEveryMs: 0, deadAfterMs: 300 };
  const open = () => createRedisStore({ url, clock, durability: 'required', ...fast });
  const other = await open();
  let opened = await open();
  return {
    get store() {
      return opened.store;
    },
    get publisher() {
      return opened.publisher;
    },
    otherPublisher: other.publisher,
    get counter() {
      return opened.counter;
    },
    otherCounter: other.counter,
    async reopen() {
      await close(opened);
      opened = await open();
    },
    async crash() {
      await Promise.all(servers.map((server) => server.kill()));
      await close(opened);
      await Promise.all(servers.map((server) => server.restart()));
      if (servers.length > 1) await agree(servers);
      opened = await open();
    },
    async filesContain(octets) {
      const found = await Promise.all(servers.map((server) => server.filesContain(octets)));
      return found.includes(true);
    },
    async dispose() {
      await close(opened);
      await close(other);
    },
  };
}
