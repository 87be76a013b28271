import { describe, expect, it } from 'vitest';
import { judge, parseTrace } from './trace.ts';

const LOG = /\.log$/;
const arrival = String.raw`7 1.000000 read(5<TCP:[127.0.0.1:25->127.0.0.1:9]>, "mark\r\n.\r\n", 99) = 9 <0.000010>`;
const write = '8 1.100000 write(6</data/a.log>, "mark", 4) = 4 <0.000010>';
const sync = '8 1.200000 fdatasync(6</data/a.log>) = 0 <0.010000>';
const answer = String.raw`7 1.300000 write(5<TCP:[127.0.0.1:25->127.0.0.1:9]>, "250 2.0.0 Stored\r\n", 18) = 18 <0.000010>`;
const verdict = (...lines: string[]) => judge(parseTrace(lines.join('\n')), 'mark', LOG);

describe('judge', () => {
  it('finds the sync between the end of data and its 250', () => {
    expect(verdict(arrival, write, sync, answer)).toBe('synced');
  });

  it('puts a call together that others interrupted', () => {
    const begun = '8 1.200000 fsync(6</data/a.log> <unfinished ...>';
    const done = '8 1.290000 <... fsync resumed>) = 0 <0.090000>';
    expect(verdict(arrival, write, begun, done, answer)).toBe('synced');
  });

  it('takes no sync that ends after the 250 has begun', () => {
    const late = '8 1.200000 fsync(6</data/a.log>) = 0 <0.200000>';
    expect(verdict(arrival, write, late, answer)).toBe('not-synced');
  });

  it('takes no sync that began before the mail was written, and none of another file', () => {
    const early = '8 1.050000 fsync(6</data/a.log>) = 0 <0.010000>';
    const other = '8 1.200000 fsync(6</data/a.db>) = 0 <0.010000>';
    expect(verdict(arrival, early, write, other, answer)).toBe('not-synced');
  });

  it('says what is missing', () => {
    expect(verdict(write, sync, answer)).toBe('not-received');
    expect(verdict(arrival, sync, answer)).toBe('not-written');
    expect(verdict(arrival, write, sync)).toBe('not-answered');
    expect(verdict(arrival, write, sync, answer.replaceAll('5<TCP:[', '9<TCP:['))).toBe(
      'not-answered',
    );
  });
});
