import { expect, it } from 'vitest';
import { reverseName } from './dns-records.ts';

it.each([
  ['203.0.113.25', '25.113.0.203.in-addr.arpa'],
  ['2001:db8:0:12::a', 'a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.1.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  [
    '2001:0DB8:0000:0012:0000:0000:0000:000A',
    'a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.1.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
  ],
])('asks whose address %s is under its reverse name', (address, name) => {
  expect(reverseName(address)).toBe(name);
});
