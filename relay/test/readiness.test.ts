import { describe, expect, test, vi } from 'vitest';
import type { MessageParser, Store } from '../src/core/ports.ts';
import { RelayError } from '../src/core/errors.ts';
import { createAnalysisPool } from '../src/mail/analysis-pool.ts';
import { openInbox, startRelay, type TestRelay } from './harness.ts';
import { startRedis } from './redis-server.ts';
import { createScriptedParser } from './scripted-parser.ts';

vi.setConfig({ testTimeout: 60_000 });

const well = {
  running: 'ok',
  store: 'ok',
  disk: 'ok',
  memory: 'ok',
  analysis: 'ok',
  queue: 'ok',
  smtp: 'ok',
};

async function ready(relay: TestRelay) {
  const response = await fetch(`${relay.url}/readyz`);
  const { status, headers } = response;
  const body: unknown = await response.json();
  return { status, type: headers.get('content-type'), retry: headers.get('retry-after'), body };
}

/** On a busy machine a thread needs its time to start. */
function untilReady(relay: TestRelay) {
  return vi.waitFor(
    async () => {
      const answer = await ready(relay);
      expect(answer).toMatchObject({ status: 200 });
      return answer;
    },
    { timeout: 30_000 },
  );
}

async function isAlive(relay: TestRelay): Promise<boolean> {
  return (await fetch(`${relay.url}/healthz`)).status === 200;
}

/** Stands in for the pool, and closes it with itself. */
const inPlaceOf = (other: MessageParser) => (pool: MessageParser) => ({
  ...other,
  close: async () => void (await Promise.all([other.close(), pool.close()])),
});

describe('/readyz', () => {
  test('looks at everything that a mail needs', async () => {
    await using relay = await startRelay();
    expect(await untilReady(relay)).toMatchObject({ body: { status: 'ready', checks: well } });
  });

  test('says so when the store takes nothing, and /healthz does not', async () => {
    const full = () => Promise.reject(new RelayError('storage-full', { message: 'secret' }));
    await using relay = await startRelay({
      wrapStore: (store: Store) => ({ ...store, check: full }),
    });
    const answer = await ready(relay);
    expect(answer).toMatchObject({
      status: 503,
      type: 'application/problem+json',
      retry: '30',
      body: { code: 'storage-full', checks: { running: 'ok', store: 'failed', smtp: 'ok' } },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(await isAlive(relay)).toBe(true);
  });

  test('says so when no analysis thread starts', async () => {
    const worker = new URL('./no-such-worker.ts', import.meta.url);
    const wrapParser = inPlaceOf(createAnalysisPool({ threads: 1, worker }));
    await using relay = await startRelay({ wrapParser });
    const checks = { ...well, analysis: 'failed' };
    for (let n = 0; n < 2; n += 1) {
      expect(await ready(relay)).toMatchObject({
        status: 503,
        body: { code: 'overloaded', checks },
      });
    }
    expect(await isAlive(relay)).toBe(true);
  });

  test.each([
    ['memory', { memory: () => 0.95 }, 'overloaded'],
    ['disk', { freeDiskBytes: () => Promise.resolve(1000) }, 'storage-full'],
  ])('says so when %s is short', async (name, probes, code) => {
    const looks: (() => void)[] = [];
    await using relay = await startRelay({
      probes,
      every: (_milliseconds, run) => {
        looks.push(run);
        return () => undefined;
      },
    });
    for (const look of looks) look();
    await vi.waitFor(async () => {
      expect(await ready(relay)).toMatchObject({
        status: 503,
        body: { code, checks: { ...well, [name]: 'failed' } },
      });
    }, 20_000);
  });

  test('says so while senders are slowed, and no longer', async () => {
    const { parser, next } = createScriptedParser();
    await using relay = await startRelay({
      env: { MAYFLY_PARSE_QUEUE: '1' },
      wrapParser: inPlaceOf(parser),
    });
    const { inbox } = await openInbox(relay);
    await relay.send(inbox.address);
    expect(await ready(relay)).toMatchObject({
      status: 503,
      body: { code: 'overloaded', checks: { ...well, queue: 'failed' } },
    });
    (await next()).answer({ ok: false, code: 'internal' });
    await untilReady(relay);
  });

  test('is answered in time when Redis hangs, and says when it is back', async () => {
    const redis = await startRedis();
    try {
      await using relay = await startRelay({
        env: { MAYFLY_STORE: redis.url, MAYFLY_SECRET: `k1:${'s'.repeat(40)}` },
      });
      await untilReady(relay);
      redis.freeze();
      const answers = await Promise.all(Array.from({ length: 5 }, () => ready(relay)));
      for (const answer of answers) {
        expect(answer).toMatchObject({
          status: 503,
          body: { code: 'store-unavailable', checks: { running: 'ok', store: 'failed' } },
        });
      }
      expect(await isAlive(relay)).toBe(true);
      redis.thaw();
      await untilReady(relay);
    } finally {
      redis.thaw();
      await redis.dispose();
    }
  });
});
