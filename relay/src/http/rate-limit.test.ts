import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { rawRequest, startHttp } from '../../test/http-fixture.ts';
import { addressOf } from './rate-limit.ts';

const limited = [429, { code: 'rate-limited', status: 429 }];

describe('requests of one address', () => {
  test('are so many a minute, which every answer tells', async () => {
    await using relay = await startHttp({ limits: { requestsPerMinute: 2 } });
    const first = await relay.call('/healthz');
    expect(first.headers.get('ratelimit')).toMatch(/^"requests"; r=1; t=\d+$/);
    expect(first.headers.get('ratelimit-policy')).toMatch(/^"requests"; q=2; w=60; pk=:.+:$/);
    await relay.call('/v1/nothing');
    const third = await relay.call('/healthz');
    expect([third.status, third.json]).toMatchObject(limited);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(third.headers.get('content-type')).toBe('application/problem+json');
  });

  test('end in a penalty when refusals are ignored', async () => {
    await using relay = await startHttp({ limits: { requestsPerMinute: 1 } });
    const ask = () => relay.call('/healthz');
    await Promise.all(Array.from({ length: 201 }, ask));
    const boxed = await ask();
    expect(boxed.status).toBe(429);
    expect(boxed.headers.get('retry-after')).toBe('600');
    relay.pass(600_000);
    // The minute of the library is counted by the real clock: the request is refused by it again.
    expect((await ask()).headers.get('retry-after')).not.toBe('600');
  });
});

describe('inboxes of one address', () => {
  test('are so many an hour; what was refused does not count', async () => {
    await using relay = await startHttp({ limits: { inboxesPerHour: 2 } });
    const create = (body: object) => relay.call('/v1/inboxes', { method: 'POST', body });
    const first = await create({});
    expect(first.headers.get('ratelimit')).toMatch(
      /"requests"; r=\d+; t=\d+, "inboxes"; r=1; t=\d+/,
    );
    for (let i = 0; i < 3; i += 1) expect((await create({ colour: 'red' })).status).toBe(400);
    expect((await create({})).status).toBe(201);
    const third = await create({});
    expect([third.status, third.json]).toMatchObject(limited);
    expect((await relay.call('/healthz')).status).toBe(200);
  });
});

describe('wrong tokens of one address', () => {
  const path = `/v1/inboxes/${'a'.repeat(16)}-${'b'.repeat(16)}`;

  test('are so few a minute, and then nothing is answered for a while', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 3 } });
    const inbox = await relay.createInbox();
    for (let i = 0; i < 3; i += 1) {
      expect((await relay.call(path, { token: 'x.y.z' })).json).toMatchObject({
        code: 'token-invalid',
      });
    }
    const good = await relay.call(`/v1/inboxes/${inbox.id}`, { token: inbox.token });
    expect([good.status, good.json]).toMatchObject(limited);
    expect(good.headers.get('retry-after')).toBe('60');
    relay.pass(60_000);
    expect((await relay.call(`/v1/inboxes/${inbox.id}`, { token: inbox.token })).status).toBe(200);
  });

  test('count in a watch too', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 3 } });
    const inboxes = Array.from({ length: 3 }, () => ({ token: 'x.y.z' }));
    expect((await relay.call('/v1/watch', { method: 'POST', body: { inboxes } })).status).toBe(200);
    expect((await relay.call('/healthz')).status).toBe(429);
  });

  test('are not those that have merely expired or lost their inbox', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 1 } });
    const inbox = await relay.createInbox();
    const call = { token: inbox.token };
    await relay.call(`/v1/inboxes/${inbox.id}`, { ...call, method: 'DELETE' });
    expect((await relay.call(`/v1/inboxes/${inbox.id}`, call)).status).toBe(404);
    relay.pass(86_400_000);
    expect((await relay.call(`/v1/inboxes/${inbox.id}`, call)).json).toMatchObject({
      code: 'token-expired',
    });
    expect((await relay.call('/healthz')).status).toBe(200);
  });
});

describe('the address of a client', () => {
  const of = (forwarded: string | undefined, proxies: number) => {
    const req = new IncomingMessage(new Socket());
    Object.defineProperty(req.socket, 'remoteAddress', { value: '10.0.0.1' });
    if (forwarded !== undefined) req.headers['x-forwarded-for'] = forwarded;
    return addressOf(req, proxies);
  };

  test.each([
    ['192.0.2.1', 0, '10.0.0.1'],
    ['192.0.2.1', 1, '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1', 1, '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1', 2, '6.6.6.6'],
    ['192.0.2.1', 5, '192.0.2.1'],
    [undefined, 1, '10.0.0.1'],
  ])('with %s passed on and %i proxies of our own is %s', (forwarded, proxies, expected) => {
    expect(of(forwarded, proxies)).toBe(expected);
  });

  test('is counted back over our own proxies for requests as well', async () => {
    const settings = { access: 'private', trustedProxies: 1 } as const;
    await using relay = await startHttp({ settings, limits: { requestsPerMinute: 1 } });
    const get = async (forwarded: string) => {
      const headers = { host: 'localhost', 'x-forwarded-for': forwarded };
      return (await rawRequest(relay.port, { path: '/healthz', headers })).status;
    };
    expect(await get('192.0.2.1')).toBe(200);
    expect(await get('192.0.2.2')).toBe(200);
    expect(await get('6.6.6.6, 192.0.2.2')).toBe(429);
    // The addresses of one IPv6 network count as one.
    expect(await get('2001:db8::1')).toBe(200);
    expect(await get('2001:db8::2')).toBe(429);
    expect(await get('2001:db8:0:1::1')).toBe(200);
  });
});
