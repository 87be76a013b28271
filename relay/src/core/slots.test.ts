import { describe, expect, it } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { createSlots } from './slots.ts';

const waitMs = 1000;

function start(size: number) {
  const timers = createManualSchedule();
  return { timers, slots: createSlots({ size, waitMs, schedule: timers.schedule }) };
}

describe('slots', () => {
  it('are handed out at once while there are some', async () => {
    const { slots, timers } = start(3);
    expect(await slots.take(1)).not.toBeNull();
    expect(await slots.take(2)).not.toBeNull();
    expect(timers.waiting).toBe(0);
  });

  it('come free for whoever waits longest, and no timer stays', async () => {
    const { slots, timers } = start(1);
    const first = await slots.take(1);
    const order: string[] = [];
    const second = slots.take(1).then((slot) => (order.push('second'), slot));
    const third = slots.take(1).then((slot) => (order.push('third'), slot));
    first?.release();
    (await second)?.release();
    await third;
    expect(order).toEqual(['second', 'third']);
    expect(timers.waiting).toBe(0);
  });

  it('are refused when none came free in time, and are not given to who has gone', async () => {
    const { slots, timers } = start(1);
    const first = await slots.take(1);
    const second = slots.take(1);
    expect(timers.fire(waitMs)).toBe(1);
    expect(await second).toBeNull();
    first?.release();
    expect(await slots.take(1)).not.toBeNull();
  });

  it('are given back once, however often that is said', async () => {
    const { slots, timers } = start(1);
    const first = await slots.take(1);
    first?.release();
    first?.release();
    await slots.take(1);
    const third = slots.take(1);
    expect(timers.fire(waitMs)).toBe(1);
    expect(await third).toBeNull();
  });

  it('are not passed by a small wish over a big one that waits', async () => {
    const { slots, timers } = start(4);
    const first = await slots.take(3);
    const big = slots.take(4);
    const small = slots.take(1);
    expect(timers.waiting).toBe(2);
    first?.release();
    (await big)?.release();
    expect(await small).not.toBeNull();
  });

  it('serve the small when the big one before it gives up', async () => {
    const { slots, timers } = start(4);
    await slots.take(3);
    const cancelled: (() => void)[] = [];
    const big = slots.take(4);
    const small = slots.take(1).finally(() => cancelled.push(() => undefined));
    timers.fire(waitMs);
    expect(await big).toBeNull();
    expect(await small).not.toBeNull();
  });

  it('of all there is serve a wish for more than all', async () => {
    const { slots } = start(2);
    expect(await slots.take(50)).not.toBeNull();
  });
});
