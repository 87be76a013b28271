import { describe, expect, it } from 'vitest';
import { isName, lifetimes } from './wish.ts';

const limits = (over: { default?: number; max?: number; most?: number }) => ({
  ttlMinutes: { default: over.default ?? 60, min: 10, max: over.max ?? 43_200 },
  maxLifeMinutes: over.most ?? 1440,
});

describe('lifetimes', () => {
  it('begin with what the relay gives by itself', () => {
    expect(lifetimes(limits({ default: 480, most: 43_200 }))).toEqual([480, 60, 1440, 10_080]);
  });

  it('leave out what the relay would refuse', () => {
    expect(lifetimes(limits({ most: 600 }))).toEqual([60, 480]);
  });

  it('are one while the relay has not answered', () => expect(lifetimes(undefined)).toEqual([60]));
});

describe('isName', () => {
  it.each(['anna', 'anna.k', 'Shop-2'])('takes %s', (name) => expect(isName(name)).toBe(true));
  it.each(['', '.anna', 'an na', 'ä', 'a..b'])('refuses “%s”', (name) =>
    expect(isName(name)).toBe(false),
  );
});
