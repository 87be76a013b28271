import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startHttp } from '../../test/http-fixture.ts';
import { type RedisServer, startRedis } from '../../test/redis-server.ts';
import { createSteadyCounter } from '../core/steady-counter.ts';
import { createRedisStore } from '../store/redis.ts';

vi.setConfig({ testTimeout: 30_000 });

const schedule = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** A busy machine must not look like a Redis that is silent. */
const patient = () => () => undefined;

describe('relays on one Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  }, 30_000);
  afterAll(() => server.dispose());

  /** The HTTP side of a relay that counts in Redis. */
  async function startRelay(
    limits: Parameters<typeof startHttp>[0] = {},
    how: typeof schedule = patient,
  ) {
    const opened = await createRedisStore({
      url: server.url,
      clock: Date.now,
      durability: 'required',
    });
    const counter = createSteadyCounter({ shared: opened.counter, clock: Date.now, schedule: how });
    const http = await startHttp({ ...limits, counter, clock: Date.now });
    return {
      call: http.call,
      async [Symbol.asyncDispose]() {
        await http[Symbol.asyncDispose]();
        await opened.publisher.close();
        await opened.store.close();
      },
    };
  }

  test('count together, and share the penalty box', async () => {
    await server.command('FLUSHALL');
    const limits = { requestsPerMinute: 4, refusedRequestsPerTenMinutes: 2 };
    await using one = await startRelay({ limits });
    await using two = await startRelay({ limits });
    for (const relay of [one, two, one, two])
      expect((await relay.call('/healthz')).status).toBe(200);
    expect((await one.call('/healthz')).status).toBe(429);
    expect((await two.call('/healthz')).status).toBe(429);
    // It is put there beside the answer.
    await vi.waitFor(async () => {
      expect(await server.command('KEYS', 'mayfly:count:shut:*')).not.toBe('');
    }, 10_000);
    // Another relay, which has seen nothing of it.
    await using three = await startRelay({ limits });
    const boxed = await three.call('/healthz');
    expect(boxed.status).toBe(429);
    expect(Number(boxed.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(Number(boxed.headers.get('retry-after'))).toBeLessThanOrEqual(600);
  });

  test('keep no address, and nothing for longer than it counts', async () => {
    await server.command('FLUSHALL');
    await using relay = await startRelay();
    await relay.call('/healthz', { token: 'x.y.z' });
    const keys = (await server.command('KEYS', '*')).split('\n');
    expect(keys.filter((key) => key.startsWith('mayfly:count:'))).toHaveLength(2);
    expect(keys.join(' ')).not.toMatch(/127\.0\.0|x\.y\.z/);
    for (const key of keys) expect(Number(await server.command('PTTL', key))).toBeGreaterThan(0);
    expect(await server.filesContain(Buffer.from('127.0.0.1'))).toBe(false);
  });

  test('go on by themselves while it does not answer, and refuse nothing for that', async () => {
    await server.command('FLUSHALL');
    await using relay = await startRelay({ limits: { requestsPerMinute: 2 } }, schedule);
    await relay.call('/healthz');
    server.freeze();
    try {
      const answers = [];
      for (let i = 0; i < 3; i += 1) answers.push((await relay.call('/healthz')).status);
      expect(answers).toEqual([200, 200, 429]);
    } finally {
      server.thaw();
    }
  });
});
