import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unicodeHost } from './unicode-host.ts';

describe('unicodeHost', () => {
  it.each([
    'müller.example',
    'blåbærgrød.example',
    'ελλάδα.example',
    '例え.テスト',
    'правда.рф',
    'shop-für-tee.example',
    'a.ümläüte-und-mehr.b.example',
    '😀.example',
  ])('gives back %s', (host) => {
    const ascii = domainToASCII(host);
    expect(ascii).toContain('xn--');
    expect(unicodeHost(ascii)).toBe(host);
  });

  it('leaves other hosts as they are', () => {
    expect(unicodeHost('shop.example')).toBe('shop.example');
    expect(unicodeHost('127.0.0.1')).toBe('127.0.0.1');
  });

  it.each(['xn--9999', 'xn--99999999a', 'xn--'])('leaves %s, which says nothing', (host) => {
    expect(unicodeHost(host)).toBe(host);
  });
});
