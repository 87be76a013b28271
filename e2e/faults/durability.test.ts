import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchOptions, startRelay } from '../fixtures/relay.ts';
import { connectSender } from './sender.ts';
import { judge, parseTrace, straceWords, type Verdict } from './trace.ts';

const MAILS = 20;
const AT_ONCE = 4;
const WAL = /\.db-wal$/;
const AOF = /\.incr\.aof$/;
const unsynced: LaunchOptions = {
  entry: path.resolve(import.meta.dirname, 'relay-entry.ts'),
  words: () => ['--unsynced'],
};
const secret = `k1:${'s'.repeat(40)}`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-trace-'));
});
afterEach(() => rm(folder, { recursive: true }));

const traceFile = (name: string): string => path.join(folder, `${name}.strace`);

/** Sends mails to a traced relay, several at once, and stops it. Returns what marks each mail. */
async function sendTraced(env: Record<string, string>, how: LaunchOptions = {}): Promise<string[]> {
  const relay = await startRelay(env, { ...how, tracer: straceWords(traceFile('relay')) });
  try {
    const inbox = await relay.client.createInbox({});
    const marks = Array.from({ length: MAILS }, (_, index) => `mark-${index}-${folder.slice(-6)};`);
    const queue = [...marks];
    const work = async (): Promise<void> => {
      const sender = await connectSender(relay.smtp.port);
      for (let mark = queue.shift(); mark !== undefined; mark = queue.shift()) {
        expect(await sender.send({ to: inbox.address, subject: mark })).toBe(250);
      }
      sender.close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return marks;
  } finally {
    await relay[Symbol.asyncDispose]();
  }
}

/** The verdicts that occur, over all mails and all traces together. */
async function verdicts(
  marks: readonly string[],
  log: RegExp,
  names: readonly string[],
): Promise<Set<Verdict>> {
  const traces = await Promise.all(names.map((name) => readFile(traceFile(name), 'utf8')));
  const calls = traces.flatMap(parseTrace).sort((a, b) => a.start - b.start);
  return new Set(marks.map((mark) => judge(calls, mark, log)));
}

describe('250 after the end of data', () => {
  it('comes after a sync of the WAL that has the mail', async () => {
    const marks = await sendTraced({});
    expect(await verdicts(marks, WAL, ['relay'])).toEqual(new Set(['synced']));
  });

  it('is seen to come too early when SQLite does not sync', async () => {
    const marks = await sendTraced({}, unsynced);
    expect(await verdicts(marks, WAL, ['relay'])).toEqual(new Set(['not-synced']));
  });

  const overRedis = async (appendfsync: string, durability: string): Promise<Set<Verdict>> => {
    const redis = await startRedis({ appendfsync }, straceWords(traceFile('redis')));
    try {
      const env = {
        MAYFLY_STORE: redis.url,
        MAYFLY_SECRET: secret,
        MAYFLY_REDIS_DURABILITY: durability,
      };
      const marks = await sendTraced(env);
      await redis.stop();
      return await verdicts(marks, AOF, ['relay', 'redis']);
    } finally {
      await redis.dispose();
    }
  };

  it('comes after a sync of the append-only file that has the mail', async () => {
    expect(await overRedis('always', 'required')).toEqual(new Set(['synced']));
  });

  it('is seen to come too early when Redis does not sync', async () => {
    expect(await overRedis('no', 'relaxed')).toEqual(new Set(['not-synced']));
  });
});
