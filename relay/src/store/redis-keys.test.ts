import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRedis } from '../../test/redis-server.ts';
import type { RedisServer } from '../../test/redis-server.ts';
import { AMPLE, analysed, HOUR_MS, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import type { InboxRecord, Store } from '../core/ports.ts';
import { createRedisStore } from './redis.ts';

describe('what stands in Redis', { timeout: 30_000 }, () => {
  let server: RedisServer;
  let store: Store;
  let now: number;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.dispose());
  const open = async (eraseEveryMs: number): Promise<Store> => {
    const opened = await createRedisStore({
      url: server.url,
      clock: () => now,
      durability: 'required',
      eraseEveryMs,
    });
    await opened.publisher.close();
    return opened.store;
  };
  beforeEach(async () => {
    now = Date.now();
    await server.command('FLUSHALL');
    store = await open(HOUR_MS);
  });
  afterEach(() => store.close());

  const keys = async (pattern: string): Promise<string[]> =>
    (await server.command('KEYS', pattern))
      .split('\n')
      .filter((key) => key !== '')
      .sort();
  const endOf = async (key: string): Promise<number> =>
    Number(await server.command('PEXPIRETIME', key));
  const make = async (): Promise<InboxRecord> => {
    const inbox = sampleInbox(now);
    await store.createInbox(inbox);
    return inbox;
  };
  const receive = async (inbox: InboxRecord) => {
    const message = sampleMessage(now);
    await store.saveMessage(inbox.id, message, AMPLE);
    return message;
  };
  /** Every kind of key an inbox can have. */
  const useAll = async (inbox: InboxRecord): Promise<void> => {
    await store.revokeToken(inbox.id, 'jti');
    const [kept, gone] = [await receive(inbox), await receive(inbox)];
    await store.publishMessage(inbox.id, kept.id, analysed());
    await store.publishMessage(inbox.id, gone.id, analysed());
    await store.deleteMessage(inbox.id, gone.id);
  };

  it('lies in one slot for each inbox and ends with it, the tombstone at its own time', async () => {
    const inbox = await make();
    await useAll(inbox);
    const tag = inbox.id.slice(0, 16);
    const ends = new Map<string, number>();
    for (const key of await keys(`*${tag}*`))
      ends.set(key.replace(`mayfly:{${tag}}:`, ''), await endOf(key));
    const day = 24 * HOUR_MS;
    const tomb = inbox.expiresAt + 400 * day;
    const names = ['changes', 'deletions', 'inbox', 'messages', 'parts', 'revoked', 'tomb'];
    expect([...ends.keys()]).toEqual(names);
    expect([...ends.values()]).toEqual(
      names.map((name) => (name === 'tomb' ? tomb : inbox.expiresAt)),
    );
  });

  it('keeps what was made with an access as long as the inbox that can live longest', async () => {
    const accessId = 'access-1';
    const made = [3, 1, 2].map((hours) =>
      sampleInbox(now, { accessId, maxExpiresAt: now + hours * HOUR_MS }),
    );
    for (const inbox of made) await store.createInbox(inbox);
    expect(await endOf(`mayfly:{access-${accessId}}:inboxes`)).toBe(now + 3 * HOUR_MS);
    now += 2 * HOUR_MS;
    await store.createInbox(sampleInbox(now, { accessId, maxExpiresAt: now + HOUR_MS / 2 }));
    expect(await server.command('ZCARD', `mayfly:{access-${accessId}}:inboxes`)).toBe('2');
  });

  it('keeps a pairing as long as it is good for something', async () => {
    const expiresAt = now + HOUR_MS;
    const [one, other] = ['0a', '0b'].map((each) => each.repeat(32));
    for (const codeHash of [one, other])
      await store.savePairing({ codeHash: codeHash ?? '', label: 'laptop', expiresAt });
    await store.takePairing(one ?? '');
    expect(await keys('mayfly:{pair-*')).toEqual([`mayfly:{pair-${other}}:pairing`]);
    expect(await endOf(`mayfly:{pair-${other}}:pairing`)).toBe(expiresAt);
  });

  it('takes the new end with an extension', async () => {
    const inbox = await make();
    await useAll(inbox);
    const end = inbox.expiresAt + HOUR_MS;
    await store.changeInbox(inbox.id, { expiresAt: end });
    for (const key of await keys(`*${inbox.id.slice(0, 16)}*`)) {
      if (!key.endsWith(':tomb')) expect([key, await endOf(key)]).toEqual([key, end]);
    }
  });

  it('ends with the inbox also where it was made again after it was empty', async () => {
    const inbox = await make();
    const message = await receive(inbox);
    await store.publishMessage(inbox.id, message.id, analysed());
    await store.deleteMessage(inbox.id, message.id);
    await receive(inbox);
    for (const key of await keys(`*${inbox.id.slice(0, 16)}*`)) {
      expect([key, await endOf(key)]).not.toEqual([key, -1]);
    }
  });

  it('leaves nothing but the tombstone of a deleted inbox', async () => {
    const inbox = await make();
    await useAll(inbox);
    await store.deleteInbox(inbox.id);
    const tag = inbox.id.slice(0, 16);
    expect(await keys(`*${tag}*`)).toEqual([`mayfly:{${tag}}:tomb`]);
    expect(await keys('mayfly:{index-*}:ends')).toEqual([]);
  });

  it('remembers what may be brought again beyond its inbox, each as long as it should', async () => {
    const inbox = await make();
    const key = `mayfly:{${inbox.id.slice(0, 16)}}:arrivals`;
    for (const hours of [5, 3]) {
      const arrival = { known: [], remember: [`${hours}`], until: now + hours * HOUR_MS };
      await store.saveMessage(inbox.id, { ...sampleMessage(now), arrival }, AMPLE);
    }
    await store.deleteInbox(inbox.id);
    expect(await endOf(key)).toBe(now + 5 * HOUR_MS);
    expect(await server.command('ZRANGE', key, '0', '-1')).toBe('3\n5');
  });

  it('forgets index entries of published and of refused mail', async () => {
    const inbox = await make();
    await useAll(inbox);
    const full = await store.saveMessage(inbox.id, sampleMessage(now), { messages: 0, bytes: 0 });
    expect(full.ok).toBe(false);
    // A closed store has finished what it began.
    await store.close();
    expect(await keys('mayfly:{index-*}:pending')).toEqual([]);
  });

  it('drops an entry without a message when its time to arrive is over', async () => {
    const inbox = await make();
    await receive(inbox);
    await store.deleteInbox(inbox.id);
    const take = () => store.takePending({ before: now, limit: 9 });
    now += 1;
    expect(await take()).toEqual([]);
    expect(await keys('mayfly:{index-*}:pending')).toHaveLength(1);
    now += 60_000;
    expect(await take()).toEqual([]);
    expect(await keys('mayfly:{index-*}:pending')).toEqual([]);
  });

  it('has its files rewritten once in the given time, whoever cleans up', async () => {
    const rewrites = async (): Promise<string> =>
      /aof_rewrites:\d+/.exec(await server.command('INFO', 'persistence'))?.[0] ?? '';
    const other = await open(HOUR_MS);
    await make();
    await store.cleanup();
    const after = await rewrites();
    await make();
    await other.cleanup();
    await other.close();
    expect(await rewrites()).toBe(after);
    expect(after).not.toBe('aof_rewrites:0');
  });

  it('survives that Redis forgot the scripts', async () => {
    await server.command('SCRIPT', 'FLUSH');
    const inbox = await make();
    expect((await store.findInbox(inbox.id))?.inbox).toEqual(inbox);
  });
});
