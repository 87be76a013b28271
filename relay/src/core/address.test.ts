import { describe, expect, test } from 'vitest';
import { addressWords } from './address-words.ts';
import { generateLocalPart, isReservedName, normalizeDomain, parseAddress } from './address.ts';

describe('parseAddress', () => {
  test.each([
    ['Anna.K7QP@Mayfly.TEST', 'anna.k7qp@mayfly.test'],
    ['anna+shop@mayfly.test', 'anna@mayfly.test'],
    ['anna+a+b@mayfly.test', 'anna@mayfly.test'],
    ['anna@mayfly.test.', 'anna@mayfly.test'],
    ['anna@Bücher.example', 'anna@xn--bcher-kva.example'],
    ['anna@xn--bcher-kva.example', 'anna@xn--bcher-kva.example'],
    ['"anna"@mayfly.test', 'anna@mayfly.test'],
    [String.raw`"an\na"@mayfly.test`, 'anna@mayfly.test'],
    ["o'neil!#$%&*/=?^_`{|}~-@mayfly.test", "o'neil!#$%&*/=?^_`{|}~-@mayfly.test"],
  ])('reads %s as %s', (text, address) => {
    expect(parseAddress(text)?.address).toBe(address);
  });

  test('tells local part and domain apart at the last @', () => {
    expect(parseAddress('"a"@mayfly.test')).toEqual({
      address: 'a@mayfly.test',
      localPart: 'a',
      domain: 'mayfly.test',
    });
    expect(parseAddress('"a@b"@mayfly.test')).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['no domain', 'anna'],
    ['an empty domain', 'anna@'],
    ['an empty local part', '@mayfly.test'],
    ['a tag alone', '+tag@mayfly.test'],
    ['two dots', 'an..na@mayfly.test'],
    ['a dot at the end', 'anna.@mayfly.test'],
    ['a space', 'an na@mayfly.test'],
    ['a quoted space', '"an na"@mayfly.test'],
    ['a line break', 'anna\r\n@mayfly.test'],
    ['a NUL', 'an\0na@mayfly.test'],
    ['a line break in the domain', 'anna@mayfly.test\r\nRCPT'],
    ['letters beyond ASCII in the local part', 'änna@mayfly.test'],
    ['a local part of 65 octets', `${'a'.repeat(65)}@mayfly.test`],
    ['an address literal', 'anna@[127.0.0.1]'],
    ['a percent sign in the domain', 'anna@may%66ly.test'],
    ['a path in the domain', 'anna@mayfly.test/x'],
    ['a label of 64 octets', `anna@${'a'.repeat(64)}.test`],
    ['a domain of 254 octets', `anna@${'a.'.repeat(126)}aa`],
    ['an address of 255 octets', `${'a'.repeat(64)}@${'b.'.repeat(94)}cc`],
    ['a text of megabytes', `${'a'.repeat(1_000_000)}@mayfly.test`],
  ])('refuses %s', (_what, text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe('normalizeDomain', () => {
  test('compares names in A-label form, whatever their case and dots', () => {
    expect(normalizeDomain('BÜCHER。example')).toBe('xn--bcher-kva.example');
  });
});

describe('isReservedName', () => {
  test.each([
    'postmaster',
    'Abuse',
    'webmaster',
    'hostmaster',
    'admin',
    'administrator',
    'ssl-admin',
    'SSL.Administrator',
    'host_master',
    'root',
    'security',
    'noreply',
  ])('keeps %s back', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  test.each(['anna', 'administrators-club', 'postmaster2'])('gives %s out', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});

describe('generateLocalPart', () => {
  const fixed = (n: number) => Uint8Array.from({ length: n }, (_, i) => (i * 37 + 200) % 256);

  test('makes the first eight characters of a UUID', () => {
    expect(generateLocalPart('uuid', fixed)).toBe('c8ed1237');
  });

  test('makes two words and a number of four digits', () => {
    const [first, second, number] = generateLocalPart('words', fixed).split('-');
    expect(addressWords.first).toContain(first);
    expect(addressWords.second).toContain(second);
    expect(number).toMatch(/^\d{4}$/);
  });

  test('can make as many word names as there are addresses to tell apart', () => {
    for (const words of [addressWords.first, addressWords.second]) {
      expect(words).toHaveLength(128);
      expect(new Set(words).size).toBe(128);
      expect(words.every((word) => /^[a-z]{2,8}$/.test(word))).toBe(true);
    }
  });
});
