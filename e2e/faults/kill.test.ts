import { type RedisServer, startRedis } from '@mayfly/relay/test/redis-server';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { describe, expect, it, vi } from 'vitest';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { connectSender } from './sender.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const KILLS = isLong ? 20 : 3;
/** So many are acknowledged before each kill at least: 240 in all at full size. */
const ACKNOWLEDGED = 12;
const INBOXES = 4;
const SENDERS = 6;
const PATIENCE = { timeout: 30_000, interval: 100 };
const limits = {
  MAYFLY_INBOX_MESSAGES: '100000',
  MAYFLY_INBOXES_PER_HOUR: '100000',
  MAYFLY_REQUESTS_PER_MINUTE: '1000000',
  MAYFLY_TOKEN_REQUESTS_PER_MINUTE: '1000000',
};

/** Subjects of acknowledged mails by the inbox they went to. */
type Acknowledged = ReadonlyMap<CreatedInbox, Set<string>>;

/** Sends without pause over several connections until every one is cut, or refused by a relay that lost its store. */
async function load(
  relay: RelayProcess,
  acknowledged: Acknowledged,
  name: string,
  kill: () => Promise<void>,
): Promise<void> {
  const inboxes = [...acknowledged];
  let [count, total] = [0, 0];
  let killed: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    const sender = await connectSender(relay.smtp.port);
    try {
      for (;;) {
        const [inbox, subjects] = inboxes[count % inboxes.length] ?? [];
        const subject = `${name}-${(count += 1)}`;
        if (inbox === undefined || subjects === undefined) return;
        if ((await sender.send({ to: inbox.address, subject })) !== 250) return;
        subjects.add(subject);
        total += 1;
        if (total >= ACKNOWLEDGED) killed ??= kill();
      }
    } finally {
      sender.close();
    }
  };
  await Promise.allSettled(Array.from({ length: SENDERS }, work));
  expect(total).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  await killed;
}

/** The subjects that the API shows, each as often as it does. */
async function visible(relay: RelayProcess, { id, token }: CreatedInbox): Promise<string[]> {
  const subjects: string[] = [];
  let after: Parameters<typeof relay.client.listMessages>[1] = {};
  for (;;) {
    const { items, next } = await relay.client.listMessages(id, { ...after, token });
    if (items.length === 0) return subjects;
    for (const item of items)
      if (item.change !== 'deleted') subjects.push(item.content?.subject ?? '');
    after = { after: next };
  }
}

async function expectAll(relay: RelayProcess, acknowledged: Acknowledged): Promise<void> {
  for (const [inbox, subjects] of acknowledged) {
    await vi.waitFor(async () => {
      const shown = await visible(relay, inbox);
      expect([...subjects].filter((subject) => !shown.includes(subject))).toEqual([]);
      expect(new Set(shown).size).toBe(shown.length);
    }, PATIENCE);
  }
}

async function makeInboxes(relay: RelayProcess): Promise<Acknowledged> {
  const made = new Map<CreatedInbox, Set<string>>();
  for (let count = 0; count < INBOXES; count += 1) {
    made.set(await relay.client.createInbox({ ttlMinutes: 1440 }), new Set());
  }
  return made;
}

const countOf = (acknowledged: Acknowledged): number =>
  [...acknowledged.values()].reduce((sum, { size }) => sum + size, 0);

describe(`${KILLS} kills under load`, { timeout: KILLS * 60_000 }, () => {
  it('lose nothing that was acknowledged, on SQLite', async () => {
    await using relay = await startRelay(limits);
    const acknowledged = await makeInboxes(relay);
    for (let round = 0; round < KILLS; round += 1) {
      await load(relay, acknowledged, `round-${round}`, () => relay.kill());
      await relay.start();
      await expectAll(relay, acknowledged);
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
    ...limits,
    MAYFLY_STORE: redis.url,
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
  });
  const acknowledged = await makeInboxes(relay);
  const deaths = [
    () => relay.kill(),
    () => redis.kill(),
    () => Promise.all([relay.kill(), redis.kill()]).then(() => undefined),
  ];
  for (let round = 0; round < KILLS; round += 1) {
    const kill = deaths[round % deaths.length] ?? (() => relay.kill());
    await load(relay, acknowledged, `round-${round}`, kill);
    await redis.restart();
    await relay.kill();
    await relay.start();
    await expectAll(relay, acknowledged);
  }
  expect(countOf(acknowledged)).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED);
}
