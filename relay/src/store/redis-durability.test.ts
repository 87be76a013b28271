import { afterEach, describe, expect, it } from 'vitest';
import { startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { createRedisStore } from './redis.ts';

describe('the durability of Redis', { timeout: 30_000 }, () => {
  let server: RedisServer | undefined;
  afterEach(() => server?.dispose());
  const begin = async (durability: 'required' | 'relaxed') => {
    const { store, publisher } = await createRedisStore({
      url: server?.url ?? '',
      clock: Date.now,
      durability,
    });
    await publisher.close();
    return store;
  };

  it('stops the start when it is missing, and every setting is mended by the command named', async () => {
    server = await startRedis({
      appendonly: 'no',
      appendfsync: 'everysec',
      'no-appendfsync-on-rewrite': 'yes',
      'maxmemory-policy': 'allkeys-lru',
    });
    const error: unknown = await begin('required').catch((reason: unknown) => reason);
    const message = error instanceof Error ? error.message : '';
    const commands = [
      ...message.matchAll(/redis-cli -h 127\.0\.0\.1 -p (\d+) (config set (\S+) \S+)/g),
    ];
    expect(commands.map((each) => each[3])).toEqual([
      'appendonly',
      'appendfsync',
      'no-appendfsync-on-rewrite',
      'maxmemory-policy',
    ]);
    expect(error).toMatchObject({ code: 'store-unavailable' });
    for (const [, port, command = ''] of commands) {
      expect(port).toBe(String(server.port));
      expect(await server.command(...command.split(' '))).toBe('OK');
    }
    await (await begin('required')).close();
  });

  it('may be missing when the operator says so', async () => {
    server = await startRedis({ appendonly: 'no' });
    const store = await begin('relaxed');
    await store.check();
    await store.cleanup();
    await store.close();
  });

  it('stops the start when nobody may look at it', async () => {
    server = await startRedis();
    await server.command('ACL', 'SETUSER', 'default', '-config');
    await expect(begin('required')).rejects.toThrow(
      /does not tell its setting appendonly.*relaxed/s,
    );
  });

  it('is looked at again by the check', async () => {
    server = await startRedis();
    const store = await begin('required');
    await store.check();
    await server.command('CONFIG', 'SET', 'appendfsync', 'everysec');
    await expect(store.check()).rejects.toThrow(/appendfsync is "everysec", not "always"/);
    await store.close();
  });
});
