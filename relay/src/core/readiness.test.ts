import { describe, expect, test } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { RelayError } from './errors.ts';
import { createReadiness, type Probe } from './readiness.ts';

const withinMs = 3000;

function start(...probes: Probe[]) {
  const timers = createManualSchedule();
  return { timers, readiness: createReadiness({ probes, withinMs, schedule: timers.schedule }) };
}

const probe = (name: string, ask: Probe['ask'], code: Probe['code'] = 'overloaded'): Probe => ({
  name,
  code,
  ask,
});

describe('readiness', () => {
  test('is there when every probe is well', async () => {
    const { readiness, timers } = start(
      probe('store', () => Promise.resolve()),
      probe('queue', () => true),
    );
    expect(await readiness.report()).toEqual({
      code: null,
      checks: { store: 'ok', queue: 'ok' },
    });
    expect(timers.waiting).toBe(0);
  });

  test('names each probe that fails, and has the code of the first', async () => {
    const { readiness } = start(
      probe('running', () => true),
      probe('store', () => Promise.reject(new RelayError('storage-full'))),
      probe('analysis', () => Promise.resolve(false), 'internal'),
      probe('queue', () => {
        throw new Error('broken');
      }),
    );
    expect(await readiness.report()).toEqual({
      code: 'storage-full',
      checks: { running: 'ok', store: 'failed', analysis: 'failed', queue: 'failed' },
    });
  });

  test('tells of what is not well but matters to nobody, and is ready all the same', async () => {
    const { readiness } = start(
      probe('mailboxes', () => false, null),
      probe('store', () => true, 'store-unavailable'),
    );
    const checks = { mailboxes: 'failed', store: 'ok' };
    expect(await readiness.report()).toEqual({ code: null, checks });
  });

  test('does not wait for a probe that hangs, nor asks it again before it answered', async () => {
    let asked = 0;
    const answers: (() => void)[] = [];
    const { readiness, timers } = start(
      probe(
        'store',
        () => {
          asked += 1;
          return new Promise<void>((resolve) => answers.push(resolve));
        },
        'store-unavailable',
      ),
    );
    const late = { code: 'store-unavailable', checks: { store: 'failed' } };
    for (let n = 0; n < 3; n += 1) {
      const report = readiness.report();
      expect(timers.fire(withinMs)).toBe(1);
      expect(await report).toEqual(late);
    }
    expect(asked).toBe(1);
    const again = readiness.report();
    answers[0]?.();
    expect(await again).toEqual({ code: null, checks: { store: 'ok' } });
    const anew = readiness.report();
    answers[1]?.();
    await anew;
    expect(asked).toBe(2);
  });
});
