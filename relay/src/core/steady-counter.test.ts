import { describe, expect, test } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { LocalCounter } from './local-counter.ts';
import type { Counter } from './ports.ts';
import { createSteadyCounter } from './steady-counter.ts';

const minute = 60_000;

/** A shared counter that can be made to fail or to be silent. */
function createWorld() {
  let now = 1_000_000;
  const clock = () => now;
  const real = new LocalCounter(clock);
  const world: { state: 'well' | 'failing' | 'silent'; asked: number } = {
    state: 'well',
    asked: 0,
  };
  const ask = <T>(work: () => Promise<T>): Promise<T> => {
    world.asked += 1;
    if (world.state === 'failing') return Promise.reject(new Error('away'));
    return world.state === 'silent' ? new Promise(() => undefined) : work();
  };
  const shared: Counter = {
    add: (key, windowMs) => ask(() => real.add(key, windowMs)),
    takeBack: (key) => ask(() => real.takeBack(key)),
    read: (key) => ask(() => real.read(key)),
  };
  const timers = createManualSchedule();
  const counter = createSteadyCounter({ shared, clock, schedule: timers.schedule });
  return { world, counter, timers, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('a counter whose store', () => {
  test('fails counts here, and leaves the store alone for a while', async () => {
    const { world, counter } = createWorld();
    await counter.add('a', minute);
    world.state = 'failing';
    expect((await counter.add('a', minute)).hits).toBe(1);
    expect((await counter.add('a', minute)).hits).toBe(2);
    expect((await counter.read('a'))?.hits).toBe(2);
    await counter.takeBack('a');
    expect((await counter.read('a'))?.hits).toBe(1);
    expect(world.asked).toBe(2);
  });

  test('is back is used again, with what it had', async () => {
    const { world, counter, pass } = createWorld();
    await counter.add('a', minute);
    world.state = 'failing';
    await counter.add('a', minute);
    world.state = 'well';
    pass(2000);
    expect((await counter.add('a', minute)).hits).toBe(2);
  });

  test('does not answer is not waited for', async () => {
    const { world, counter, timers } = createWorld();
    world.state = 'silent';
    const counted = counter.add('a', minute);
    expect(timers.fire(500)).toBe(1);
    expect((await counted).hits).toBe(1);
    expect((await counter.add('a', minute)).hits).toBe(2);
    expect(world.asked).toBe(1);
  });

  test('answers leaves no timer behind', async () => {
    const { counter, timers } = createWorld();
    await counter.add('a', minute);
    await Promise.resolve();
    expect(timers.waiting).toBe(0);
  });
});
