import { describe, expect, test } from 'vitest';
import { createAddressList, isListEntry, networkOf, readAddress } from './network-address.ts';

describe('an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8:0:0:0:0:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
  ])('%s is read as %s', (text, expected) => expect(readAddress(text)).toBe(expected));

  test.each([
    '',
    'localhost',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1:80',
    '[::1]',
    '1::2::3',
    ' ::1',
  ])('is not "%s"', (text) => expect(readAddress(text)).toBeNull());

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3::4', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::', '2001:db8:1:3::/64'],
    ['nonsense', 'none'],
  ])('%s stands for %s', (text, expected) => expect(networkOf(text)).toBe(expected));
});

describe('a list of addresses', () => {
  const list = createAddressList(['loopback', '10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);

  test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '10.1.255.1', '192.0.2.7'])(
    'has %s',
    (address) => expect(list.has(address)).toBe(true),
  );
  test.each(['2001:db8:ffff::1', '::ffff:10.1.0.1'])('has %s too', (address) =>
    expect(list.has(address)).toBe(true),
  );
  test.each(['10.2.0.1', '192.0.2.8', '2001:db9::1', '::2', 'localhost', ''])(
    'has not "%s"',
    (address) => expect(list.has(address)).toBe(false),
  );
  test('that is empty has nothing', () =>
    expect(createAddressList([]).has('127.0.0.1')).toBe(false));

  test.each(['1', 'localhost', '10.0.0.0/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/', '/8', ''])(
    'takes no "%s"',
    (entry) => {
      expect(isListEntry(entry)).toBe(false);
      expect(() => createAddressList([entry])).toThrow(RangeError);
    },
  );
});
