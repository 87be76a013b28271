import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { AMPLE, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import type { InboxSignal, Publisher, Store } from '../core/ports.ts';
import { createRedisStore } from './redis.ts';

const PATIENCE = { timeout: 10_000 };
const refused = { code: 'store-unavailable' };

describe('a Redis that is away', { timeout: 30_000 }, () => {
  let server: RedisServer;
  let store: Store;
  let publisher: Publisher;
  const inbox = sampleInbox(Date.now());
  const save = () => store.saveMessage(inbox.id, sampleMessage(Date.now()), AMPLE);
  beforeEach(async () => {
    server = await startRedis();
    const { url } = server;
    ({ store, publisher } = await createRedisStore({
      url,
      clock: Date.now,
      durability: 'required',
      commandMs: 1000,
    }));
    await store.createInbox(inbox);
  });
  afterEach(async () => {
    server.thaw();
    await publisher.close();
    await store.close();
    await server.dispose();
  });

  it('makes every call fail, and none wait for it', async () => {
    await server.kill();
    const calls = Array.from({ length: 50 }, save);
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: refused });
    }
    await expect(store.findInbox(inbox.id)).rejects.toMatchObject(refused);
    await expect(store.check()).rejects.toMatchObject(refused);
    await expect(publisher.publish(inbox.id, { kind: 'ended' })).rejects.toMatchObject(refused);
  });

  it('is used again when it is back, with all that it acknowledged', async () => {
    await save();
    await server.kill();
    await expect(save()).rejects.toMatchObject(refused);
    await server.restart();
    await vi.waitFor(() => store.check(), PATIENCE);
    expect((await store.findInbox(inbox.id))?.usage.messages).toBe(1);
    expect(await save()).toEqual({ ok: true });
  });

  it('wakes the waiters from before once it is back', async () => {
    const heard: InboxSignal[] = [];
    await publisher.subscribe(inbox.id, (signal) => heard.push(signal));
    await server.restart();
    await vi.waitFor(async () => {
      await publisher.publish(inbox.id, { kind: 'extended', expiresAt: 1 });
      expect(heard).toContainEqual({ kind: 'extended', expiresAt: 1 });
    }, PATIENCE);
  });

  it('keeps no subscription of waiters who left meanwhile', async () => {
    const leave = await publisher.subscribe(inbox.id, () => undefined);
    await server.kill();
    leave();
    await server.restart();
    const other = sampleInbox(Date.now());
    await vi.waitFor(() => publisher.subscribe(other.id, () => undefined), PATIENCE);
    await vi.waitFor(async () => {
      expect(await server.command('PUBSUB', 'SHARDCHANNELS')).toBe(
        `mayfly:{${other.id.slice(0, 16)}}:signals:${other.id}`,
      );
    }, PATIENCE);
  });

  it('is given up when it takes commands and does not answer', async () => {
    server.freeze();
    await expect(save()).rejects.toMatchObject(refused);
    server.thaw();
    await vi.waitFor(() => store.check(), PATIENCE);
  });

  it('refuses mail when it has no memory left, and takes it when it has', async () => {
    await server.command('CONFIG', 'SET', 'maxmemory', '1');
    await expect(save()).rejects.toMatchObject({ code: 'storage-full' });
    await server.command('CONFIG', 'SET', 'maxmemory', '0');
    expect(await save()).toEqual({ ok: true });
  });

  it('stops a start with a reason', async () => {
    await server.kill();
    const start = createRedisStore({
      url: server.url,
      clock: Date.now,
      durability: 'required',
      startMs: 300,
    });
    await expect(start).rejects.toThrow(/Redis cannot be reached: .*ECONNREFUSED/);
  });
});
