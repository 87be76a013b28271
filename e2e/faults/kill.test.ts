import { type RedisServer, startRedis } from '@mayfly/relay/test/redis-server';
import { describe, expect, it } from 'vitest';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import {
  type Acknowledged,
  countOf,
  expectAll,
  generousLimits,
  makeInboxes,
  startLoad,
} from './load.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const KILLS = isLong ? 20 : 3;
/** So many are acknowledged before each kill at least: 1,000 in all at full size. */
const ACKNOWLEDGED = isLong ? 50 : 12;
const INBOXES = 4;
const SENDERS = 6;

/** Sends until enough is acknowledged, and goes on while the relay, or its store, is killed. */
async function killUnderLoad(
  relay: RelayProcess,
  acknowledged: Acknowledged,
  kill: () => Promise<void>,
): Promise<void> {
  const load = startLoad({ ports: [relay.smtp.port], acknowledged, senders: SENDERS });
  await load.acknowledges(ACKNOWLEDGED);
  await kill();
  await load.stop();
}

describe(`${KILLS} kills under load`, { timeout: KILLS * 60_000 }, () => {
  it('lose nothing that was acknowledged, on SQLite', async () => {
    await using relay = await startRelay(generousLimits);
    const acknowledged = await makeInboxes(relay.client, INBOXES);
    for (let round = 0; round < KILLS; round += 1) {
      await killUnderLoad(relay, acknowledged, () => relay.kill());
      await relay.start();
      await expectAll(relay.client, acknowledged);
    }
    expect(countOf(acknowledged)).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED);
  });

  it('lose nothing that was acknowledged, on Redis, whichever of the two is killed', async () => {
    const redis = await startRedis();
    try {
      await killOverRedis(redis);
    } finally {
      await redis.dispose();
    }
  });
});

/** In turn the relay dies, Redis dies, both die; then both are started again. */
async function killOverRedis(redis: RedisServer): Promise<void> {
  await using relay = await startRelay({
    ...generousLimits,
    MAYFLY_STORE: redis.url,
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
  });
  const acknowledged = await makeInboxes(relay.client, INBOXES);
  const deaths = [
    () => relay.kill(),
    () => redis.kill(),
    () => Promise.all([relay.kill(), redis.kill()]).then(() => undefined),
  ];
  for (let round = 0; round < KILLS; round += 1) {
    await killUnderLoad(relay, acknowledged, deaths[round % deaths.length] ?? (() => relay.kill()));
    await redis.restart();
    await relay.kill();
    await relay.start();
    await expectAll(relay.client, acknowledged);
  }
  expect(countOf(acknowledged)).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED);
}
