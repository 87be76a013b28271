import { describe, expect, it } from 'vitest';
import { sampleInbox } from '../../test/store-samples.ts';
import type { Envelope } from './ports.ts';
import { isLooping, mailDate, traceHeaders } from './trace-headers.ts';

const hostname = 'mx.mayfly.test';
const octets = (text: string) => new TextEncoder().encode(text);

const envelope = (
  more: Partial<Envelope> = {},
  received: Partial<Envelope['received']> = {},
): Envelope => ({
  sender: 'shop@fern.example',
  inbox: sampleInbox(0),
  recipient: 'otter@mayfly.test',
  received: {
    helo: 'client.example',
    remoteAddress: '192.0.2.7',
    protocol: 'ESMTP',
    id: 'abc-1',
    ...received,
  },
  ...more,
});

describe('trace headers', () => {
  it('name sender, client, protocol, id, recipient and time', () => {
    expect(traceHeaders(envelope(), hostname, Date.UTC(2025, 1, 3, 4, 5, 6))).toBe(
      'Return-Path: <shop@fern.example>\r\n' +
        'Received: from client.example ([192.0.2.7])\r\n' +
        '\tby mx.mayfly.test with ESMTP id abc-1\r\n' +
        '\tfor <otter@mayfly.test>; Mon, 3 Feb 2025 04:05:06 +0000\r\n',
    );
  });

  it('mark an IPv6 address as one', () => {
    expect(traceHeaders(envelope({}, { remoteAddress: '2001:db8::7' }), hostname, 0)).toContain(
      '([IPv6:2001:db8::7])',
    );
  });

  it.each([
    'a\r\nX-Evil: yes',
    'a\nX-Evil: yes',
    'a\rX-Evil: yes',
    'a>\r\n X',
    '<>',
    'x'.repeat(400),
  ])('stay four lines, whatever the client says: %j', (evil) => {
    const headers = traceHeaders(
      envelope({ sender: evil, recipient: evil }, { helo: evil, remoteAddress: evil, id: evil }),
      hostname,
      0,
    );
    expect(headers.split(/\r\n|\r|\n/)).toHaveLength(5);
    expect(headers).toMatch(/^Return-Path: <>\r\nReceived: from [^()]* \(\[[^()]*\]\)\r\n\tby /);
  });

  it('have dates as RFC 5322 writes them', () => {
    expect(mailDate(Date.UTC(2024, 11, 31, 23, 59, 59))).toBe('Tue, 31 Dec 2024 23:59:59 +0000');
  });
});

describe('a mail', () => {
  const hop = 'Received: from a by b; Tue, 1 Jan 2030 00:00:00 +0000\r\n';
  const ownHop = `Received: from a (b)\r\n\tby ${hostname}\r\n\twith ESMTP; date\r\n`;

  it.each([
    ['101 hops', hop.repeat(101)],
    ['101 hops in lines that end in a line feed', hop.repeat(101).replaceAll('\r', '')],
    ['6 hops to us', ownHop.repeat(6)],
    ['6 hops to us in capitals', ownHop.repeat(6).toUpperCase()],
  ])('with %s is looping', (_, head) => {
    expect(isLooping(octets(`${head}Subject: x\r\n\r\nx`), hostname)).toBe(true);
  });

  it.each([
    ['100 hops', `${hop.repeat(100)}\r\n`],
    ['5 hops to us', `${ownHop.repeat(5)}\r\n`],
    ['hops in its body', `Subject: x\r\n\r\n${hop.repeat(200)}`],
    [
      'hops in another field',
      `X-Note: a\r\n ${hop.repeat(1)}${' folded by mx.mayfly.test \r\n'.repeat(200)}\r\n`,
    ],
    ['nothing in it', ''],
  ])('with %s is not', (_, text) => {
    expect(isLooping(octets(text), hostname)).toBe(false);
  });
});
