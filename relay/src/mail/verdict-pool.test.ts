import { describe, expect, it, vi } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { createSenderJudge, type SenderJudgeOptions } from './verdict-pool.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const worker = new URL('../../test/hostile-verdict-worker.ts', import.meta.url);
const deadlineMs = 5000;
const hangMs = 3000;

function start(options: Partial<SenderJudgeOptions> = {}) {
  const timers = createManualSchedule();
  const faults: unknown[] = [];
  let onTimer: (milliseconds: number) => void = () => undefined;
  const judge = createSenderJudge({
    resolver: () => Promise.reject(new Error('not asked')),
    ...{ clock: () => 0, hostname: 'mx.mayfly.test', arcSealers: [], privateSpf: false },
    ...{ worker, heapMb: 24 },
    schedule(milliseconds, run) {
      onTimer(milliseconds);
      return timers.schedule(milliseconds, run);
    },
    onFault: (error) => faults.push(error),
    ...options,
  });
  const facts = (sender: string) => ({ sender, helo: '', clientAddress: '192.0.2.7' });
  return {
    ...{ timers, faults, judge },
    /** Resolves when a timer of so long is set next. */
    nextTimer: (wanted: number) =>
      new Promise<void>((resolve) => {
        onTimer = (milliseconds) => milliseconds === wanted && resolve();
      }),
    /** Judges a mail that tells the thread what to do. */
    ask: async (sender: string, raw = Buffer.from('From: a\r\n\r\nbody')) =>
      (await judge.judge(raw, facts(sender))).reasons,
    [Symbol.asyncDispose]: () => judge.close(),
  };
}

const broken = ['The check could not be finished'];
const signed = (bytes: number) => Buffer.alloc(bytes, 'DKIM-Signature: x\r\n\r\nbody');

describe('a mail', () => {
  it('crosses without its body when nothing signs that', async () => {
    await using running = start();
    expect(await running.ask('one')).toEqual(['one', '9']);
    expect(await running.ask('two', signed(1000))).toEqual(['two', '1000']);
  });

  it('that was taken apart is unknown, and not looked at', async () => {
    await using running = start();
    const facts = { sender: 'one', helo: '', clientAddress: null, isRebuilt: true };
    const { verdict, reasons } = await running.judge.judge(signed(1000), facts);
    expect(verdict).toBe('unknown');
    expect(reasons).toEqual([expect.stringContaining('forwarder')]);
  });

  it('that is big and signed is handed over, not copied', async () => {
    await using running = start();
    const raw = Buffer.from(new Uint8Array(new ArrayBuffer(1_000_000)).fill(65).buffer);
    raw.write('DKIM-Signature: x\r\n\r\n');
    expect(await running.ask('big', raw)).toEqual(['big', '1000000']);
    expect(raw.length).toBe(0);
  });

  it('with a header section without an end is not looked at', async () => {
    await using running = start();
    expect(await running.ask('one', Buffer.alloc(200_000, 'x'))).toEqual([
      'The header section is too long to be checked',
    ]);
  });
});

describe('a mail on which the thread breaks', () => {
  it.each(['crash', 'exit', 'refuse', 'hoard'])('(%s) is given up alone', async (order) => {
    await using running = start();
    const { ask } = running;
    const answers = await Promise.all([ask('one'), ask(order), ask('two'), ask(order), ask('six')]);
    expect(answers.map(([first]) => first)).toEqual(['one', broken[0], 'two', broken[0], 'six']);
    expect(running.faults.length > 0).toBe(order === 'crash' || order === 'hoard');
  });

  it('is given up at once when it was handed over', async () => {
    await using running = start();
    const raw = Buffer.from(new Uint8Array(new ArrayBuffer(1_000_000)).buffer);
    raw.write('DKIM-Signature: x\r\n\r\n');
    expect(await running.ask('crash', raw)).toEqual(broken);
    expect(running.faults).toHaveLength(1);
  });
});

describe('a thread that hangs', () => {
  it('is replaced, and the others are judged', async () => {
    await using running = start();
    const { ask, timers, nextTimer } = running;
    await ask('warm');
    const answers = Promise.all([ask('hang'), ask('two')]);
    timers.fire(hangMs);
    // Which of the two it was shows when each is alone.
    await nextTimer(hangMs);
    timers.fire(hangMs);
    expect(await answers).toEqual([broken, ['two', '9']]);
  });

  it('leaves a mail unknown at the deadline', async () => {
    await using running = start();
    const { ask, timers } = running;
    await ask('warm');
    const answer = ask('hang');
    expect(timers.fire(deadlineMs)).toBe(1);
    expect(await answer).toEqual(['The check took too long']);
    expect(timers.fire(hangMs)).toBeGreaterThan(0);
    expect(await ask('next')).toEqual(['next', '9']);
  });
});

describe('a mail that works on past its deadline', () => {
  it('ends the thread, and those in it are taken up again', async () => {
    await using running = start();
    const { ask, timers } = running;
    await ask('warm');
    const late = ask('linger');
    timers.fire(deadlineMs);
    expect(await late).toEqual(['The check took too long']);
    expect(await ask('one')).toEqual(['one', '9']);
    timers.fire(hangMs);
    expect(await ask('two')).toEqual(['two', '9']);
  });
});

describe('bounds', () => {
  it('answer those that come when too many wait', async () => {
    await using running = start({ maxQueued: 2 });
    const { ask } = running;
    const answers = await Promise.all([ask('one'), ask('two'), ask('three')]);
    expect(answers[2]).toEqual(['Too many mails are waiting for their check']);
    expect(await ask('four')).toEqual(['four', '9']);
  });

  it('hold for octets too', async () => {
    await using running = start();
    const { ask } = running;
    const [first, second] = [ask('one', signed(60_000_000)), ask('two', signed(60_000_000))];
    expect(await second).toEqual(['Too many mails are waiting for their check']);
    expect(await first).toEqual(['one', '60000000']);
  });
});

describe('at the end', () => {
  it('all that wait are answered', async () => {
    const { ask, judge } = start();
    const answers = Promise.all([ask('linger'), ask('linger')]);
    await judge.close();
    expect(await answers).toEqual([broken, broken]);
    expect(await ask('late')).toEqual(broken);
  });
});
