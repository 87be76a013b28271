import { describe, expect, it } from 'vitest';
import { inboxLink, readFragment } from './inbox-link.ts';

const link = { token: 'eyJh.eyJz.x-_Y', privateKey: 'k-_1', restoreKey: 'k1.abc.a+b@mayfly.test' };
const fragmentOf = (url: string) => readFragment(new URL(url).hash);

describe('the link to an inbox', () => {
  it('has all that opens it, in the fragment alone', () => {
    const url = inboxLink('https://mail.example.org/mayfly/', link);
    expect(url.split('#')[0]).toBe('https://mail.example.org/mayfly/');
    expect(fragmentOf(url)).toEqual({ kind: 'inbox', link });
  });

  it('does without a key where mail is not sealed', () => {
    const plain = { ...link, privateKey: null };
    expect(fragmentOf(inboxLink('http://127.0.0.1:3000', plain))).toEqual({
      kind: 'inbox',
      link: plain,
    });
  });
});

describe('readFragment', () => {
  it('reads a pairing code', () => {
    expect(readFragment('#pair=ABCD-EFGH')).toEqual({ kind: 'pair', code: 'ABCD-EFGH' });
  });

  it.each([
    '',
    '#',
    '#top',
    '#inbox=',
    '#pair=%20',
    '#inbox=a',
    '#restore=a',
    '#inbox=a%0ab&restore=a',
    `#inbox=${'a'.repeat(5000)}&restore=a`,
  ])('finds nothing in %s', (hash) => expect(readFragment(hash)).toBeNull());
});
