import { describe, expect, it } from 'vitest';
import { agoText, hasEnded, lifeLeft, spanText, wholeSpanText } from './time-left.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 23, 9);
/** Ten minutes old, of an hour. */
const lifetime = { createdAt: now - 10 * minute, expiresAt: now + 50 * minute, ended: false };

describe('spanText', () => {
  it.each([
    [400, '1 sec'],
    [40_000, '40 sec'],
    [minute, '1 min'],
    [51.2 * minute, '51 min'],
    [119 * minute, '119 min'],
    [5 * hour, '5 hr'],
    [72 * hour, '3 days'],
  ])('says %i ms as %s', (ms, text) => expect(spanText(ms, 'en')).toBe(text));

  it('speaks German', () => expect(spanText(72 * hour, 'de')).toBe('3 Tage'));
});

describe('wholeSpanText', () => {
  it('writes out what somebody chooses', () => {
    expect([60, 480, 1440].map((minutes) => wholeSpanText(minutes, 'en'))).toEqual([
      '1 hour',
      '8 hours',
      '1 day',
    ]);
  });
});

describe('agoText', () => {
  it('uses the largest unit that fits', () => {
    expect(agoText(now - 90 * 1000, now, 'en')).toBe('1 minute ago');
    expect(agoText(now - 25 * hour, now, 'en')).toBe('yesterday');
    expect(agoText(now, now, 'en')).toBe('now');
  });

  it('does not speak of the future when clocks differ', () => {
    expect(agoText(now + minute, now, 'en')).toBe('now');
  });
});

describe('the life of an inbox', () => {
  it('is the part that is left of it', () => {
    expect(lifeLeft(lifetime, now)).toBeCloseTo(50 / 60);
    expect(lifeLeft({ ...lifetime, createdAt: now + minute }, now)).toBe(1);
  });

  it('is over when its time is up or the relay says so', () => {
    expect(hasEnded(lifetime, now)).toBe(false);
    expect(hasEnded({ ...lifetime, expiresAt: now }, now)).toBe(true);
    expect(lifeLeft({ ...lifetime, ended: true }, now)).toBe(0);
  });
});
