import { describe, expect, it } from 'vitest';
import { formatSize, formatTime } from './format.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).getTime();

describe('formatTime', () => {
  it('says the hour today, the weekday within the week, and the day before that', () => {
    const now = at(23, 14);
    expect(formatTime(at(23, 9), now, 'de')).toBe('09:05');
    expect(formatTime(at(22, 9), now, 'de')).toMatch(/^So/);
    expect(formatTime(at(17, 9), now, 'de')).toMatch(/^Di/);
    expect(formatTime(at(16, 9), now, 'de')).toBe('16. Nov.');
  });
});

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1234, '1.2 kB'],
    [25_000_000, '25 MB'],
  ])('writes %i octets as %s', (bytes, text) => expect(formatSize(bytes, 'en')).toBe(text));
});
