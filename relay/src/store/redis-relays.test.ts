import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { AMPLE, analysed, HOUR_MS, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import type { InboxRecord, Store } from '../core/ports.ts';
import { createRedisStore } from './redis.ts';

const PATIENCE = { timeout: 10_000 };
const LIVING = 'mayfly:{relays}:living';

describe('what a relay has in hand on a shared Redis', { timeout: 30_000 }, () => {
  let server: RedisServer;
  let relays: Store[];
  let inbox: InboxRecord;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.dispose());
  const open = async (ahead = 0): Promise<Store> => {
    const { store, publisher } = await createRedisStore({
      url: server.url,
      clock: () => Date.now() + ahead,
      durability: 'required',
      deadAfterMs: 300,
    });
    await publisher.close();
    relays.push(store);
    return store;
  };
  beforeEach(async () => {
    await server.command('FLUSHALL');
    relays = [];
  });
  afterEach(() => Promise.all(relays.map((relay) => relay.close())));

  const save = async (store: Store) => {
    inbox = sampleInbox(Date.now());
    await store.createInbox(inbox);
    const message = sampleMessage(Date.now());
    await store.saveMessage(inbox.id, message, AMPLE);
    return message;
  };
  const take = async (store: Store): Promise<string[]> =>
    (await store.takePending({ before: 0, limit: 9 })).map(({ id }) => id);
  const entries = async (): Promise<string> =>
    (await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(pendingOf))).filter(Boolean).join();
  const pendingOf = (shard: number): Promise<string> =>
    server.command('ZRANGE', `mayfly:{index-${shard}}:pending`, '0', '-1');

  it('is left to it while it lives, however old it is and whatever the clocks say', async () => {
    const [busy, other] = [await open(), await open(HOUR_MS / 2)];
    await save(busy);
    // The other has seen enough to judge when it takes what nobody living has.
    const gone = await open();
    const left = await save(gone);
    await gone.close();
    await vi.waitFor(async () => expect(await take(other)).toEqual([left.id]), PATIENCE);
    expect(await take(other)).toEqual([]);
  });

  it('is taken up by another one soon after it died, by one only', async () => {
    const [first, second] = [await open(), await open()];
    const gone = await open();
    const message = await save(gone);
    await gone.close();
    const taken = await vi.waitFor(async () => {
      const both = await Promise.all([take(first), take(second)]);
      expect(both.flat()).not.toEqual([]);
      return both.flat();
    }, PATIENCE);
    expect(taken).toEqual([message.id]);
  });

  it('is done with when the one that took it up published it', async () => {
    const gone = await open();
    const message = await save(gone);
    await gone.close();
    const heir = await open();
    await vi.waitFor(async () => expect(await take(heir)).toEqual([message.id]), PATIENCE);
    await heir.publishMessage(inbox.id, message.id, analysed());
    await vi.waitFor(async () => expect(await entries()).toBe(''), PATIENCE);
  });

  it('is left to it after an outage that made all of them silent', async () => {
    const [busy, other] = [await open(), await open()];
    await save(busy);
    // The other may judge when it takes this.
    const gone = await open();
    await save(gone);
    await gone.close();
    await vi.waitFor(async () => expect(await take(other)).toHaveLength(1), PATIENCE);
    // As after a restart of Redis: no relay has shown itself yet.
    await server.command('DEL', LIVING);
    expect(await take(other)).toEqual([]);
    const late = await open();
    const left = await save(late);
    await late.close();
    await vi.waitFor(async () => expect(await take(other)).toEqual([left.id]), PATIENCE);
  });
});
