import { describe, expect, it } from 'vitest';
import { readProxyHeader } from './proxy-header.ts';

const signature = '\r\n\r\n\0\r\nQUIT\n';
const octets = (text: string) => Buffer.from(text, 'latin1');
const v2 = (command: number, family: number, rest: Buffer, length = rest.length) =>
  Buffer.concat([octets(signature), Buffer.of(command, family, length >> 8, length & 255), rest]);
const tcp4 = Buffer.of(192, 0, 2, 7, 10, 0, 0, 1, 0x12, 0x34, 0, 25);
const tcp6 = Buffer.concat([
  Buffer.from('20010db8000000000000000000000007', 'hex'),
  Buffer.alloc(16),
  Buffer.of(0x12, 0x34, 0, 25),
]);

const whole: [string, Buffer, string | null][] = [
  ['IPv4 in a line', octets('PROXY TCP4 192.0.2.7 10.0.0.1 4660 25\r\n'), '192.0.2.7'],
  ['IPv6 in a line', octets('PROXY TCP6 2001:db8::7 ::1 4660 25\r\n'), '2001:db8::7'],
  ['nobody in a line', octets('PROXY UNKNOWN\r\n'), null],
  ['nobody, with words', octets('PROXY UNKNOWN ffff::1 ffff::1 65535 65535\r\n'), null],
  ['IPv4 in octets', v2(0x21, 0x11, tcp4), '192.0.2.7'],
  ['IPv6 in octets', v2(0x21, 0x21, tcp6), '2001:db8:0:0:0:0:0:7'],
  ['more after the addresses', v2(0x21, 0x11, Buffer.concat([tcp4, octets('more')])), '192.0.2.7'],
  ['the proxy itself', v2(0x20, 0x11, tcp4), null],
  ['the proxy itself, with nothing', v2(0x20, 0, Buffer.alloc(0)), null],
  ['a socket of a file', v2(0x21, 0x31, Buffer.alloc(216)), null],
  ['a datagram', v2(0x21, 0x12, tcp4), null],
];

describe('a PROXY header', () => {
  it.each(whole)('names %s, and nothing before it is whole', (_, header, address) => {
    for (let n = 0; n < header.length; n += 1)
      expect(readProxyHeader(header.subarray(0, n))).toEqual({ kind: 'more' });
    const client = address === null ? null : { address, port: 4660 };
    const read = { kind: 'whole', length: header.length, client };
    expect(readProxyHeader(Buffer.concat([header, octets('EHLO x\r\n')]))).toEqual(read);
  });

  it.each([
    ['a mail client', 'EHLO client.example\r\n'],
    ['a small letter', 'proxy TCP4 192.0.2.7 10.0.0.1 4660 25\r\n'],
    ['no family', 'PROXY \r\n'],
    ['another family', 'PROXY TCP5 192.0.2.7 10.0.0.1 4660 25\r\n'],
    ['the wrong family', 'PROXY TCP4 2001:db8::7 ::1 4660 25\r\n'],
    ['IPv4 as IPv6', 'PROXY TCP6 192.0.2.7 ::1 4660 25\r\n'],
    ['a name', 'PROXY TCP4 localhost 10.0.0.1 4660 25\r\n'],
    ['a zone', 'PROXY TCP6 fe80::1%eth0 ::1 4660 25\r\n'],
    ['no port', 'PROXY TCP4 192.0.2.7 10.0.0.1\r\n'],
    ['a word too many', 'PROXY TCP4 192.0.2.7 10.0.0.1 4660 25 x\r\n'],
    ['two spaces', 'PROXY TCP4  192.0.2.7 10.0.0.1 4660 25\r\n'],
    ['an octal address', 'PROXY TCP4 0300.0.2.7 10.0.0.1 4660 25\r\n'],
    ['a line that does not end', `PROXY UNKNOWN ${'x'.repeat(100)}`],
    ['a NUL', 'PROXY TCP4 192.0.2.7\0 10.0.0.1 4660 25\r\n'],
  ])('with %s is none', (_, text) => {
    expect(readProxyHeader(octets(text))).toEqual({ kind: 'bad' });
  });

  it.each([
    ['another version', v2(0x11, 0x11, tcp4)],
    ['another command', v2(0x22, 0x11, tcp4)],
    ['half an address', v2(0x21, 0x11, tcp4.subarray(0, 8))],
    ['half an IPv6 address', v2(0x21, 0x21, tcp6.subarray(0, 30))],
    ['a length that nobody waits for', v2(0x21, 0x11, tcp4, 65_535)],
    ['another signature', octets('\r\n\r\n\0\r\nQUIX\n\x21\x11\0\0')],
  ])('in octets with %s is none', (_, header) => {
    expect(readProxyHeader(header)).toEqual({ kind: 'bad' });
  });
});
