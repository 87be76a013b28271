import { type RedisServer, startRedis } from '@mayfly/relay/test/redis-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../fixtures/follow.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { connectSender } from './sender.ts';

const PROCESSES = 2;

let redis: RedisServer;
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(() => redis.dispose());

const start = (more: Readonly<Record<string, string>> = {}): Promise<RelayProcess> =>
  startRelay({
    ...more,
    MAYFLY_STORE: redis.url,
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
    MAYFLY_PROCESSES: String(PROCESSES),
  });

/** The lines of its log that tell of one event. */
const linesOf = (relay: RelayProcess, event: string): string[] =>
  relay.log.split('\n').filter((line) => line.includes(`"event":"${event}"`));

const pidsOf = (relay: RelayProcess): number[] =>
  linesOf(relay, 'process-started').map((line) => Number(/"pid":(\d+)/.exec(line)?.[1]));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function send(relay: RelayProcess, to: string, subject: string): Promise<number> {
  const sender = await connectSender(relay.smtp.port);
  try {
    return await sender.send({ to, subject });
  } finally {
    sender.close();
  }
}

async function readMetrics({ metrics }: RelayProcess): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${metrics?.port ?? 0}/metrics`);
  expect(response.status).toBe(200);
  return response.text();
}

describe(`a relay of ${PROCESSES} processes`, () => {
  it('says once that it is ready, and leaves no process behind', async () => {
    await using relay = await start();
    await relay.stop();
    expect(linesOf(relay, 'relay-ready')).toHaveLength(1);
    const pids = pidsOf(relay);
    expect(new Set(pids).size).toBe(PROCESSES);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('serves the metrics of all of them on one port', async () => {
    await using relay = await start({ MAYFLY_METRICS_PORT: '0' });
    const inbox = await relay.client.createInbox();
    // Connections go to the processes in turn.
    for (let n = 0; n < 4; n += 1) expect(await send(relay, inbox.address, `mail ${n}`)).toBe(250);
    const text = await readMetrics(relay);
    expect(text).toContain(`mayfly_processes ${PROCESSES}`);
    expect(text).toContain('mayfly_messages_stored_total 4');
    expect(text).toContain('mayfly_inboxes_created_total 1');
    expect(text).toMatch(/mayfly_build_info\{version="[^"]+"\} 1\n/);
  });

  it('loses nothing for who waits when one after the other dies, and starts each again', async () => {
    await using relay = await start();
    const inbox = await relay.client.createInbox();
    const follower = await follow(relay.client, inbox.token);
    const subjects = Array.from({ length: PROCESSES }, (_, deaths) => `after ${deaths} deaths`);
    for (const [deaths, subject] of subjects.entries()) {
      expect(await send(relay, inbox.address, subject)).toBe(250);
      await follower.sees(`new ${subject}`);
      // Whoever holds its connection is among those that die.
      process.kill(pidsOf(relay)[deaths] ?? Number.NaN, 'SIGKILL');
      const count = PROCESSES + deaths + 1;
      await until(() => pidsOf(relay).length === count, { what: 'another process' });
    }
    await follower.stop();
    expect(follower.changes).toEqual(subjects.map((subject) => `new ${subject}`));
  });
});
