import { contentSchema } from '@mayfly/shared/contract/message';
import { describe, expect, it, vi } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { commonHead, mail, multipart, part } from '../../test/mails.ts';
import type { ParsedMail } from '../core/ports.ts';
import { type AnalysisPoolOptions, createAnalysisPool } from './analysis-pool.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const hostileWorker = new URL('../../test/hostile-worker.ts', import.meta.url);
const octets = (text: string) => new TextEncoder().encode(text);
const textOf = (parsed: ParsedMail) => new TextDecoder().decode(parsed.content);
const deadlineMs = 5000;
const asideMs = 2000;
const killMs = 15_000;

function startHostile(options: Partial<AnalysisPoolOptions> = {}) {
  const timers = createManualSchedule();
  const pool = createAnalysisPool({
    threads: 1,
    heapMb: 24,
    worker: hostileWorker,
    schedule: timers.schedule,
    ...options,
  });
  return {
    timers,
    pool,
    parse: (text: string, late?: (parsed: ParsedMail) => void) => pool.parse(octets(text), late),
  };
}

describe('the pool', () => {
  it('parses and analyses real mail off the event loop', async () => {
    const pool = createAnalysisPool({ threads: 2, deadlineMs: 60_000 });
    const file = part({ type: 'text/csv', disposition: 'attachment; filename=a.csv', body: 'a,b' });
    const text = part({ type: 'text/plain', body: 'Your verification code is: 481516' });
    const outcome = await pool.parse(mail(...commonHead, multipart('mixed', 'b', text, file)));
    if (!outcome.ok) throw new Error(outcome.code);
    const content = contentSchema.parse(JSON.parse(textOf(outcome.parsed)));
    expect(content).toMatchObject({
      subject: 'Your account',
      text: 'Your verification code is: 481516',
    });
    expect(outcome.parsed.codes).toBe(content.codes.length);
    expect(outcome.parsed.attachments.map((part) => Buffer.from(part).toString())).toEqual(['a,b']);
    await pool.close();
  });

  it('answers each of many mails with its own content, big ones too', async () => {
    const pool = createAnalysisPool({ threads: 2, deadlineMs: 60_000 });
    const sizes = Array.from({ length: 60 }, (_, i) => (i % 10 === 0 ? 400_000 : 100));
    const outcomes = await Promise.all(
      sizes.map((size, i) => pool.parse(mail(`Subject: mail ${i}`, '', 'x'.repeat(size)))),
    );
    const subjects = outcomes.map((outcome) =>
      outcome.ok ? contentSchema.parse(JSON.parse(textOf(outcome.parsed))).subject : outcome.code,
    );
    expect(subjects).toEqual(sizes.map((_, i) => `mail ${i}`));
    expect(pool.queued).toBe(0);
    await pool.close();
  });

  it('says that a mail of which nothing can be read cannot be rendered', async () => {
    const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 });
    const endless = multipart('mixed', 'b', ...Array.from({ length: 5000 }, () => ''));
    expect(await pool.parse(mail(...commonHead, endless))).toEqual({ ok: false, code: 'internal' });
    expect(await pool.parse(mail('', 'next'))).toMatchObject({ ok: true });
    await pool.close();
  });
});

describe('the question whether the pool works', () => {
  it('is answered ahead of the mails that wait, and counts as none of them', async () => {
    const { pool, parse } = startHostile();
    const order: string[] = [];
    const mails = ['one', 'two', 'three', 'four'].map((text) =>
      parse(text).then(() => void order.push(text)),
    );
    expect(await pool.isWorking().then((works) => (order.push('asked'), works))).toBe(true);
    await Promise.all(mails);
    expect(order.indexOf('asked')).toBeLessThan(3);
    expect(pool.queued).toBe(0);
    await pool.close();
    expect(await pool.isWorking()).toBe(false);
  });

  it('is answered by a fresh thread when the others hang', async () => {
    const { pool, parse, timers } = startHostile();
    void parse('hang');
    const works = pool.isWorking();
    // A thread is timed from when it has started.
    await vi.waitFor(() => expect(timers.fire(asideMs)).toBe(1), { timeout: 20_000 });
    expect(await works).toBe(true);
    timers.fire(killMs);
    await pool.close();
  });

  it('is answered with no when threads do not start, each time anew', async () => {
    const worker = new URL('../../test/no-such-worker.ts', import.meta.url);
    const { pool } = startHostile({ worker });
    expect(await pool.isWorking()).toBe(false);
    expect(await pool.isWorking()).toBe(false);
    await pool.close();
  });
});

describe('a mail on which a thread breaks', () => {
  it.each(['crash', 'exit', 'refuse', 'hoard'])(
    '(%s) is given up alone; those behind it are parsed',
    async (order) => {
      const { pool, parse } = startHostile();
      const answers = await Promise.all([
        parse('one'),
        parse(order),
        parse('two'),
        parse('three'),
        parse(order),
        parse('four'),
      ]);
      const texts = answers.map((answer) => (answer.ok ? textOf(answer.parsed) : answer.code));
      expect(texts).toEqual(['one', 'internal', 'two', 'three', 'internal', 'four']);
      await pool.close();
    },
  );
});

describe('a mail on which a thread hangs', () => {
  it('is answered at the deadline and given up when the thread is ended', async () => {
    const { pool, parse, timers } = startHostile();
    await parse('one');
    let isLate = false;
    const answer = parse('hang', () => (isLate = true));
    expect(timers.fire(deadlineMs)).toBe(1);
    expect(await answer).toEqual({ ok: false, code: 'overloaded' });
    expect(pool.queued).toBe(1);
    expect(timers.fire(killMs)).toBe(1);
    await pool.close();
    expect(pool.queued).toBe(0);
    expect(isLate).toBe(false);
    expect(timers.waiting).toBe(0);
  });

  it('is set aside, so that those behind it are parsed meanwhile', async () => {
    const { pool, parse, timers } = startHostile();
    await parse('zero');
    const stuck = parse('hang');
    const behind = Promise.all([parse('one'), parse('two')]);
    expect(timers.fire(asideMs)).toBe(1);
    expect((await behind).map((answer) => answer.ok && textOf(answer.parsed))).toEqual([
      'one',
      'two',
    ]);
    expect(timers.fire(killMs)).toBe(1);
    expect(await stuck).toEqual({ ok: false, code: 'internal' });
    await pool.close();
  });
});

describe('a thread that starts slowly', () => {
  it('is not taken for one that hangs on its first mail', async () => {
    const { pool, parse, timers } = startHostile();
    const first = parse('one');
    expect(timers.fire(asideMs) + timers.fire(killMs)).toBe(0);
    expect(await first).toMatchObject({ ok: true });
    await pool.close();
  });
});

describe('a mail that misses the deadline', () => {
  it('is handed on late when it is parsed after all', async () => {
    const { pool, parse, timers } = startHostile();
    const late = new Promise<ParsedMail>((resolve) => {
      void parse('slow', resolve).then((answer) =>
        expect(answer).toEqual({ ok: false, code: 'overloaded' }),
      );
      timers.fire(deadlineMs);
    });
    expect(textOf(await late)).toBe('slow');
    await pool.close();
  });
});

describe('bounds', () => {
  it('answers overloaded when too many mails wait', async () => {
    const { pool, parse } = startHostile({ maxQueued: 2 });
    const answers = await Promise.all([parse('one'), parse('two'), parse('three')]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(answers[2]).toEqual({ ok: false, code: 'overloaded' });
    await pool.close();
  });

  it('finishes what waits when it is closed, and takes nothing more', async () => {
    const { pool, parse } = startHostile();
    const before = Promise.all([parse('one'), parse('two'), parse('three')]);
    const closed = pool.close();
    expect(await parse('four')).toEqual({ ok: false, code: 'shutting-down' });
    expect((await before).every(({ ok }) => ok)).toBe(true);
    await closed;
  });
});
