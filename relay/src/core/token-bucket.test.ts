import { describe, expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('an allowance', () => {
  test('is a minute at once and then comes evenly', () => {
    const bucket = new TokenBucket(60, 0);
    for (let i = 0; i < 60; i += 1) expect(bucket.take(0)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(999)).toBe(false);
    expect(bucket.take(1000)).toBe(true);
    expect(bucket.take(1000)).toBe(false);
    expect(bucket.take(3000)).toBe(true);
    expect(bucket.take(3000)).toBe(true);
  });

  test('never grows beyond a minute', () => {
    const bucket = new TokenBucket(2, 0);
    expect(bucket.isFull(0)).toBe(true);
    for (let i = 0; i < 2; i += 1) expect(bucket.take(3_600_000)).toBe(true);
    expect(bucket.take(3_600_000)).toBe(false);
    expect(bucket.isFull(3_600_000)).toBe(false);
  });

  test('can be in debt, which time pays', () => {
    const bucket = new TokenBucket(60, 0);
    bucket.spend(90, 0);
    expect(bucket.isInDebt(29_000)).toBe(true);
    expect(bucket.isInDebt(30_001)).toBe(false);
  });

  test('gains nothing by a clock that goes back', () => {
    const bucket = new TokenBucket(1, 100_000);
    expect(bucket.take(100_000)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(60_000)).toBe(true);
  });
});
