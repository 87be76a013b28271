import { describe, expect, it } from 'vitest';
import { hostsNamedIn, hostToTell, isWithin, linkHost, openableUrl } from './link-host.ts';

describe('openableUrl', () => {
  it.each(['https://a.example/x', 'http://127.0.0.1:3000/', 'HTTPS://A.EXAMPLE'])(
    'lets %s be opened',
    (text) => expect(openableUrl(text)).not.toBeNull(),
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://a.example',
    '/x',
    '',
  ])('refuses %s', (text) => expect(openableUrl(text)).toBeNull());
});

describe('linkHost', () => {
  it('keeps a port and shows IDNs as A-labels', () => {
    expect(linkHost('https://bücher.example:8443/x')).toBe('xn--bcher-kva.example:8443');
  });
});

describe('isWithin', () => {
  it('takes the domain itself and what lies below it, and no look-alike', () => {
    expect(isWithin('shop.example', 'shop.example')).toBe(true);
    expect(isWithin('www.shop.example', 'shop.example')).toBe(true);
    expect(isWithin('evilshop.example', 'shop.example')).toBe(false);
    expect(isWithin('shop.example.evil.example', 'shop.example')).toBe(false);
  });
});

describe('hostsNamedIn', () => {
  it.each([
    ['https://www.shop.example/confirm?x=1', ['shop.example']],
    ['go to shop.example, please', ['shop.example']],
    ['write to (anna@shop.example)', ['shop.example']],
    ['Bücher.example', ['xn--bcher-kva.example']],
    ['sh\u200bop.exam\u00adple', ['shop.example']],
    ['shop.example:8080/x', ['shop.example']],
    ['Confirm my address', []],
    ['version 2.0 costs 9.99', []],
  ])('finds in “%s” %j', (text, hosts) => expect(hostsNamedIn(text)).toEqual(hosts));

  it('reads no more of a text than a person would', () => {
    expect(hostsNamedIn(`${'x '.repeat(300)}shop.example`)).toEqual([]);
  });
});

describe('hostToTell', () => {
  it.each([
    ['https://shop.example/x', 'Confirm', null],
    ['https://www.shop.example/x', 'shop.example', null],
    ['https://mail.shop.example/x', 'https://shop.example/x', null],
    ['https://evil.example/x', 'https://shop.example/x', 'evil.example'],
    ['https://shop.example.evil.example/', 'shop.example', 'shop.example.evil.example'],
    ['https://shop.example@evil.example/', 'Confirm', 'evil.example'],
    ['https://xn--shp-2na.example/', 'Confirm', 'xn--shp-2na.example'],
    ['mailto:anna@shop.example', 'evil.example', null],
  ])('for %s under “%s” is %s', (url, text, host) => {
    expect(hostToTell(new URL(url), text)).toBe(host);
  });
});
