import { describe, expect, test } from 'vitest';
import { rawRequest, startHttp } from '../../test/http-fixture.ts';
import { createAddressList } from '../core/network-address.ts';
import { clientAddress } from './client-address.ts';

const of = (peer: string, forwarded: string | undefined, proxies: readonly string[]) =>
  clientAddress(
    {
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: peer },
    },
    createAddressList(proxies),
  );

const ours = ['10.0.0.0/8', 'loopback', '2001:db8:aaaa::/48'];

describe('the address of a client', () => {
  test.each([
    ['nobody is trusted', '10.0.0.1', '6.6.6.6', []],
    ['the client comes by itself', '192.0.2.9', '6.6.6.6', ours],
    ['it comes by itself and names a proxy of ours', '192.0.2.9', '10.0.0.1', ours],
    ['there is no header', '10.0.0.1', undefined, ours],
    ['the header is empty', '10.0.0.1', '', ours],
    ['the last part is no address', '10.0.0.1', '192.0.2.1, unknown', ours],
    ['the last part is empty', '10.0.0.1', '192.0.2.1,', ours],
    ['the last part is a name', '10.0.0.1', 'localhost', ours],
    ['the last part has control characters', '10.0.0.1', '192.0.2.1\u0000', ours],
  ])('is that of the socket when %s', (_what, peer, forwarded, proxies) => {
    expect(of(peer, forwarded, proxies)).toBe(peer);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1', '192.0.2.1'],
    ['10.0.0.9, 192.0.2.1', '192.0.2.1'],
    ['127.0.0.1, 192.0.2.1', '192.0.2.1'],
    ['<script>, 192.0.2.1', '192.0.2.1'],
    [', , 192.0.2.1', '192.0.2.1'],
    ['192.0.2.1, 10.1.2.3', '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1, 10.1.2.3, 127.0.0.1', '192.0.2.1'],
    ['192.0.2.1, garbage, 10.1.2.3', '10.1.2.3'],
    ['10.1.2.3', '10.1.2.3'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8:0:0:0:0:0:1'],
    ['[2001:db8::1]', '2001:db8:0:0:0:0:0:1'],
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1, 2001:db8:aaaa::7', '192.0.2.1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
  ])('after a proxy of ours that says "%s" is %s', (forwarded, expected) => {
    expect(of('::ffff:10.0.0.1', forwarded, ours)).toBe(expected);
  });
});

describe('a client that forges X-Forwarded-For', () => {
  const upgrade = { connection: 'upgrade', upgrade: 'websocket' };
  const hello = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
  const forgeries = [
    { 'x-forwarded-for': '192.0.2.1' },
    { 'x-forwarded-for': '127.0.0.1, 192.0.2.2' },
    { 'x-forwarded-for': 'garbage' },
    { 'X-Forwarded-For': '192.0.2.3', forwarded: 'for=192.0.2.4' },
    { 'x-real-ip': '192.0.2.5', 'cf-connecting-ip': '192.0.2.6', 'true-client-ip': '192.0.2.7' },
  ];

  test.each([
    ['requests', '/healthz', {}],
    ['upgrades', '/v1/live', { ...upgrade, ...hello }],
  ])('is counted as one all the same: %s', async (_what, path, extra) => {
    const settings = { access: 'private' } as const;
    await using relay = await startHttp({ settings, limits: { requestsPerMinute: 2 } });
    const statuses: number[] = [];
    for (const forged of forgeries) {
      const headers = { host: 'localhost', origin: 'http://localhost', ...extra, ...forged };
      statuses.push((await rawRequest(relay.port, { path, headers })).status);
    }
    expect(statuses.slice(2)).toEqual([429, 429, 429]);
    expect(statuses.slice(0, 2)).not.toContain(429);
  });

  test.each([
    ['requests', '/healthz', {}],
    ['upgrades', '/v1/live', { ...upgrade, ...hello }],
  ])(
    'before a proxy that passes it on is counted by what the proxy saw: %s',
    async (_, path, extra) => {
      const settings = { access: 'private', trustedProxies: ['loopback'] } as const;
      await using relay = await startHttp({ settings, limits: { requestsPerMinute: 1 } });
      const ask = async (...forwarded: string[]) => {
        const headers = { host: 'localhost', ...extra, 'x-forwarded-for': forwarded };
        return (await rawRequest(relay.port, { path, headers })).status;
      };
      expect(await ask('192.0.2.1')).not.toBe(429);
      expect(await ask('192.0.2.2')).not.toBe(429);
      // In one header or in several (RFC 9110 section 5.3), the last part is the proxy's.
      expect(await ask('6.6.6.6, 192.0.2.2')).toBe(429);
      expect(await ask('6.6.6.6', '192.0.2.2')).toBe(429);
      expect(await ask('127.0.0.1', '192.0.2.2')).toBe(429);
      // The addresses of one IPv6 network count as one.
      expect(await ask('2001:db8::1')).not.toBe(429);
      expect(await ask('2001:db8::2')).toBe(429);
      expect(await ask('2001:db8:0:1::1')).not.toBe(429);
    },
  );
});
