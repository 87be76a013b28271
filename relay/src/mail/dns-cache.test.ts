import { describe, expect, it } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { createDnsCache, type DnsCacheLimits } from './dns-cache.ts';

const failure = (code: string) => Object.assign(new Error('as told'), { code });

function start(answers: Record<string, unknown>, limits: Partial<DnsCacheLimits> = {}) {
  let now = 0;
  const timers = createManualSchedule();
  const asked: string[] = [];
  const cache = createDnsCache({
    async resolver(name, rrtype) {
      asked.push(`${rrtype} ${name}`);
      const answer = answers[name];
      if (answer === undefined) throw failure('ENOTFOUND');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    clock: () => now,
    schedule: timers.schedule,
    limits: { foundMs: 100, absentMs: 50, failedMs: 10, lookUpMs: 7, ...limits },
  });
  return {
    ...{ cache, asked, timers, answers },
    lookUp: (name: string) => cache.lookUp(name, 'TXT'),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

describe('an answer', () => {
  it.each([
    ['there', [['v=spf1']], 100],
    ['not there', undefined, 50],
    ['without such a record', failure('ENODATA'), 50],
    ['a failure', failure('ESERVFAIL'), 10],
    ['a refusal', failure('ECONNREFUSED'), 10],
  ])('(%s) is kept for its time', async (_, answer, life) => {
    const { lookUp, asked, pass } = start({ 'a.example': answer });
    const first = await lookUp('a.example');
    pass(life - 1);
    expect(await lookUp('A.example')).toEqual(first);
    expect(asked).toEqual(['TXT a.example']);
    pass(1);
    await lookUp('a.example');
    expect(asked).toHaveLength(2);
  });

  it('of one type is none of another', async () => {
    const { cache, asked } = start({ 'a.example': [['x']] });
    await cache.lookUp('a.example', 'TXT');
    await cache.lookUp('a.example', 'A');
    expect(asked).toEqual(['TXT a.example', 'A a.example']);
  });

  it('is asked for once while several wait', async () => {
    const { lookUp, asked } = start({ 'a.example': [['x']] });
    const answers = await Promise.all([lookUp('a.example'), lookUp('a.example')]);
    expect(answers[0]).toEqual({ ok: true, records: [['x']] });
    expect(answers[1]).toBe(answers[0]);
    expect(asked).toHaveLength(1);
  });

  it('to a name that cannot be is that it is not there', async () => {
    const { lookUp } = start({ 'x..example': failure('EBADNAME') });
    expect(await lookUp('x..example')).toEqual({ ok: false, code: 'ENOTFOUND' });
  });

  it('that never comes is a time-out, and asked for again later', async () => {
    const { lookUp, timers, answers, asked, pass } = start({
      'a.example': new Promise(() => undefined),
    });
    const answer = lookUp('a.example');
    expect(timers.fire(7)).toBe(1);
    expect(await answer).toEqual({ ok: false, code: 'ETIMEOUT' });
    answers['a.example'] = [['x']];
    pass(10);
    expect(await lookUp('a.example')).toMatchObject({ ok: true });
    expect(asked).toHaveLength(2);
    expect(timers.waiting).toBe(0);
  });

  it('that is no list, or too long, is none', async () => {
    const { lookUp } = start(
      { 'a.example': 'text', 'b.example': [['x'.repeat(100)]] },
      { answerCharacters: 50 },
    );
    expect(await lookUp('a.example')).toEqual({ ok: false, code: 'EBADRESP' });
    expect(await lookUp('b.example')).toEqual({ ok: false, code: 'EBADRESP' });
  });
});

describe('what is kept', () => {
  it('is bounded in number: the oldest goes', async () => {
    const { lookUp, asked } = start({}, { entries: 2 });
    for (const name of ['a', 'b', 'c', 'b', 'c', 'a']) await lookUp(name);
    expect(asked).toEqual(['TXT a', 'TXT b', 'TXT c', 'TXT a']);
  });

  it('is bounded in size', async () => {
    const long = [['x'.repeat(40)]];
    const { lookUp, asked } = start({ a: long, b: long }, { characters: 60 });
    for (const name of ['a', 'b', 'b', 'a']) await lookUp(name);
    expect(asked).toEqual(['TXT a', 'TXT b', 'TXT a']);
  });
});
