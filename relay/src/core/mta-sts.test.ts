import { describe, expect, it } from 'vitest';
import { mtaStsId, mtaStsPolicy, policyNames, readMtaStsPolicy } from './mta-sts.ts';

const policy = { mx: ['mx.fern.example'], maxAge: 86_400, mode: 'enforce' } as const;

describe('an MTA-STS policy', () => {
  it('is written as RFC 8461 section 3.2 shows it', () => {
    expect(mtaStsPolicy(policy)).toBe(
      'version: STSv1\r\nmode: enforce\r\nmx: mx.fern.example\r\nmax_age: 86400\r\n',
    );
  });

  it('is read back as it was written, whatever its line ends', () => {
    for (const mode of ['enforce', 'testing', 'none'] as const) {
      const one = { ...policy, mode, mx: ['mx.fern.example', '*.moss.example'] };
      expect(readMtaStsPolicy(mtaStsPolicy(one))).toEqual(one);
      expect(readMtaStsPolicy(mtaStsPolicy(one).replaceAll('\r', ''))).toEqual(one);
    }
  });

  it.each([
    ['', 'nothing'],
    ['<!doctype html><title>404</title>', 'a page'],
    ['mode: enforce\nmx: a.example\nmax_age: 1', 'no version'],
    ['version: STSv1\nmode: strict\nmx: a.example\nmax_age: 1', 'an unknown mode'],
    ['version: STSv1\nmode: enforce\nmax_age: 1', 'no host'],
    ['version: STSv1\nmode: enforce\nmx: a.example', 'no age'],
    ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 99999999', 'too great an age'],
  ])('is none: %j (%s)', (text) => {
    expect(readMtaStsPolicy(text)).toBeNull();
  });

  it('counts the first of what must come once, as senders do', () => {
    const text =
      'version: STSv1\nmode: testing\nmode: enforce\nmx: a.example\nmax_age: 5\nmax_age: 6';
    expect(readMtaStsPolicy(text)).toMatchObject({ mode: 'testing', maxAge: 5 });
  });
});

describe('the id of a policy', () => {
  it('is another one when anything in it changes, and fits the record', () => {
    const all = [
      policy,
      { ...policy, maxAge: 86_401 },
      { ...policy, mode: 'testing' as const },
      { ...policy, mx: ['mx2.fern.example'] },
    ].map(mtaStsId);
    expect(new Set(all).size).toBe(4);
    expect(mtaStsId({ ...policy })).toBe(all[0]);
    for (const id of all) expect(id).toMatch(/^[a-z0-9]{1,32}$/);
  });
});

it.each([
  ['mx.fern.example', true],
  ['mx2.fern.example', false],
  ['a.moss.example', true],
  ['moss.example', false],
  ['b.a.moss.example', false],
])('a policy with a name and a wildcard lets mail go to %s: %s', (host, isNamed) => {
  expect(policyNames({ mx: ['mx.fern.example', '*.moss.example'] }, host)).toBe(isNamed);
});
