import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AMPLE, sampleInbox, sampleMessage } from '../../test/store-samples.ts';
import { startRedis, type RedisServer } from '../../test/redis-server.ts';
import { RelayError } from '../core/errors.ts';
import { createRedisStore } from './redis.ts';
import { RedisCommits } from './redis-commits.ts';

const operation = (name: string, lane = 'a') => ({ name, keys: [`{${lane}}`], args: ['x'] });

/** Commits whose answers the test gives, in their order. */
function scripted(laneOf = () => '') {
  const asked: { names: string[]; answer: PromiseWithResolvers<unknown> }[] = [];
  const commits = new RedisCommits((_keys, args) => {
    const names = args.filter((_, at) => at % 4 === 0).map(String);
    const answer = Promise.withResolvers<unknown>();
    asked.push({ names, answer });
    return answer.promise;
  }, laneOf);
  return { commits, asked, names: () => asked.map((each) => each.names) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('RedisCommits', () => {
  it('sends what comes in one turn together, and what comes meanwhile with the next', async () => {
    const { commits, asked, names } = scripted();
    const first = [commits.add(operation('a')), commits.add(operation('b'))];
    await turn();
    const second = [commits.add(operation('c')), commits.add(operation('d'))];
    await turn();
    expect(names()).toEqual([['a', 'b']]);
    asked[0]?.answer.resolve([[1], [2]]);
    expect(await Promise.all(first)).toEqual([1, 2]);
    await turn();
    expect(names()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    asked[1]?.answer.resolve([[3], [null]]);
    expect(await Promise.all(second)).toEqual([3, null]);
  });

  it('fails what waits behind an outage with what the outage fails', async () => {
    const { commits, asked } = scripted();
    const first = commits.add(operation('a'));
    await turn();
    const second = commits.add(operation('b'));
    asked[0]?.answer.reject(new RelayError('store-unavailable'));
    await expect(first).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(second).rejects.toMatchObject({ code: 'store-unavailable' });
    const third = commits.add(operation('c'));
    await turn();
    asked[1]?.answer.resolve([[7]]);
    expect(await third).toBe(7);
  });

  it('sends no more than it may in one command', async () => {
    const { commits, asked, names } = scripted();
    const big = { ...operation('big'), args: [Buffer.alloc(3_000_000)] };
    const all = [commits.add(big), commits.add(big), commits.add(operation('small'))];
    for (const count of [1, 2]) {
      await turn();
      expect(asked).toHaveLength(count);
      const size = names()[count - 1]?.length ?? 0;
      asked[count - 1]?.answer.resolve(Array.from({ length: size }, () => [count]));
      await turn();
    }
    expect(await Promise.all(all)).toEqual([1, 2, 2]);
  });
});

describe('a commit on a real Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.dispose());

  it('lets one operation fail alone', async () => {
    const { store, publisher } = await createRedisStore({
      url: redis.url,
      clock: Date.now,
      durability: 'required',
    });
    const inbox = sampleInbox(Date.now());
    await store.createInbox(inbox);
    const [message, other] = [sampleMessage(Date.now()), sampleMessage(Date.now())];
    const outcomes = await Promise.allSettled(
      [message, message, other].map((each) => store.saveMessage(inbox.id, each, AMPLE)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.findInbox(inbox.id))?.usage.messages).toBe(2);
    await publisher.close();
    await store.close();
  });

  it('stores a thousand messages with far fewer syncs', async () => {
    const { store, publisher } = await createRedisStore({
      url: redis.url,
      clock: Date.now,
      durability: 'required',
    });
    const inbox = sampleInbox(Date.now());
    await store.createInbox(inbox);
    const calls = async () =>
      Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.command('INFO', 'commandstats'))?.[1]);
    const before = await calls();
    const limits = { messages: 2000, bytes: 100_000_000 };
    const saved = Array.from({ length: 1000 }, () =>
      store.saveMessage(inbox.id, sampleMessage(Date.now()), limits),
    );
    expect((await Promise.all(saved)).every(({ ok }) => ok)).toBe(true);
    expect((await calls()) - before).toBeLessThan(100);
    await publisher.close();
    await store.close();
  });
});
