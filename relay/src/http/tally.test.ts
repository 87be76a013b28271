import { describe, expect, test } from 'vitest';
import { Tally } from './tally.ts';

function createTally(limit: number) {
  let now = 1000;
  const tally = new Tally({ limit, windowMs: 60_000, clock: () => now });
  return { tally, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('Tally', () => {
  test('refuses from the limit on, until the window that began with the first is over', () => {
    const { tally, pass } = createTally(2);
    tally.add('a');
    expect(tally.refusedFor('a')).toBeNull();
    pass(30_000);
    tally.add('a');
    expect(tally.refusedFor('a')).toBe(30);
    pass(29_001);
    expect(tally.refusedFor('a')).toBe(1);
    pass(999);
    expect(tally.refusedFor('a')).toBeNull();
  });

  test('begins anew after the window', () => {
    const { tally, pass } = createTally(2);
    tally.add('a');
    pass(60_000);
    tally.add('a');
    expect(tally.refusedFor('a')).toBeNull();
  });

  test('counts each address for itself', () => {
    const { tally } = createTally(1);
    tally.add('a');
    expect(tally.refusedFor('b')).toBeNull();
  });

  test('forgets the oldest when there are too many', () => {
    const { tally } = createTally(1);
    for (let i = 0; i <= 100_000; i += 1) tally.add(String(i));
    expect(tally.refusedFor('0')).toBeNull();
    expect(tally.refusedFor('1')).toBe(60);
    expect(tally.refusedFor('100000')).toBe(60);
  });
});
