import { setTimeout as pause } from 'node:timers/promises';
import { type RedisServer, startRedis } from '@mayfly/relay/test/redis-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../fixtures/follow.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { type Acknowledged, expectAll, generousLimits, makeInboxes, startLoad } from './load.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
/** How long Redis is away. Longer than a command may take, so that the silent one is noticed too. */
const AWAY_MS = isLong ? 30_000 : 6000;
const STOPPED_MS = isLong ? 30_000 : 1000;

let redis: RedisServer;
let relay: RelayProcess;
let acknowledged: Acknowledged;
beforeAll(async () => {
  redis = await startRedis();
  relay = await startRelay({
    ...generousLimits,
    MAYFLY_STORE: redis.url,
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
  });
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await redis.dispose();
});
beforeEach(async () => {
  acknowledged = await makeInboxes(relay.client, 3);
});

/** Takes Redis away under load and gives it back. Returns the refusals meanwhile. */
async function without(leave: () => unknown, comeBack: () => unknown, ms: number) {
  const started = relay.pid;
  const [[inbox, subjects] = []] = acknowledged;
  if (inbox === undefined || subjects === undefined) throw new Error('no inbox');
  const follower = await follow(relay.client, inbox.token);
  const load = startLoad({ ports: [relay.smtp.port], acknowledged });
  try {
    await load.acknowledges(10);
    await leave();
    await pause(ms);
    await load.refuses(1);
    await comeBack();
    await load.acknowledges(10);
  } finally {
    await load.stop();
  }
  await expectAll(relay.client, acknowledged);
  // Who followed all the time has been told of each once.
  for (const subject of subjects) await follower.sees(`new ${subject}`);
  await follower.stop();
  const news = follower.changes.filter((change) => change.startsWith('new'));
  expect(news).toHaveLength(new Set(news).size);
  expect(relay.pid).toBe(started);
  return load.refusals;
}

const codesOf = (refusals: readonly string[]): string[] =>
  [...new Set(refusals.map((reply) => reply.slice(0, 9)))].sort();

describe('a Redis that goes away under load', { timeout: 300_000 }, () => {
  it(`stands still for ${AWAY_MS / 1000} s: senders come again, nothing is lost`, async () => {
    const refusals = await without(
      () => redis.freeze(),
      () => redis.thaw(),
      AWAY_MS,
    );
    expect(codesOf(refusals)).toEqual(['451 4.3.0']);
  });

  it(`is stopped for ${STOPPED_MS / 1000} s: senders come again, nothing is lost`, async () => {
    const refusals = await without(
      () => redis.stop(),
      () => redis.restart(),
      STOPPED_MS,
    );
    expect(codesOf(refusals)).toEqual(['451 4.3.0']);
  });

  it('has no memory left: senders come again, mail can be read, nothing is lost', async () => {
    const setMemory = (octets: string) => redis.command('CONFIG', 'SET', 'maxmemory', octets);
    const refusals = await without(
      async () => {
        await setMemory('1');
        for (const { id, token } of acknowledged.keys()) {
          expect((await relay.client.listMessages(id, { token })).items).not.toEqual([]);
        }
      },
      () => setMemory('0'),
      0,
    );
    expect(codesOf(refusals)).toEqual(['452 4.3.1']);
  });
});
