import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpFixture, rawRequest, startHttp } from '../../test/http-fixture.ts';
import { stripPrefix } from './host-origin.ts';

const codeOf = (text: string): unknown => JSON.parse(text).code;

describe('an open relay on loopback', () => {
  let relay: HttpFixture;
  beforeAll(async () => (relay = await startHttp()));
  afterAll(() => relay[Symbol.asyncDispose]());
  const get = (headers: Record<string, string>) =>
    rawRequest(relay.port, { path: '/healthz', headers });

  test.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.9.9.9',
    '[::1]',
    'localhost:3000',
    '[::1]:80',
  ])('answers to the name %s', async (host) => {
    expect((await get({ host })).status).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io',
    'evil.example@localhost',
    'localhost/',
    'localhost#.evil.example',
    '0.0.0.0',
    '192.168.1.1',
    'local host',
  ])('answers 421 to the name %j', async (host) => {
    const { status, text } = await get({ host });
    expect([status, codeOf(text)]).toEqual([421, 'host-unknown']);
  });

  test.each(['chrome-extension://abcdefghijklmnop', 'moz-extension://0b0f-4d'])(
    'lets the extension %s in',
    async (origin) => {
      expect((await get({ host: 'localhost', origin })).status).toBe(200);
    },
  );

  test('lets its own pages in', async () => {
    const host = `localhost:${relay.port}`;
    expect((await get({ host, origin: `http://${host}` })).status).toBe(200);
  });

  test.each([
    'https://evil.example',
    'null',
    'http://localhost:1',
    'http://localhost',
    'https://localhost:3000',
    'chrome-extension://a/b',
    'https://chrome-extension://a',
    'file://',
    '',
  ])('answers 403 to a page of %j', async (origin) => {
    const { status, text } = await get({ host: 'localhost:3000', origin });
    expect([status, codeOf(text)]).toEqual([403, 'origin-refused']);
  });

  test.each(['forwarded', 'x-forwarded-for', 'X-Forwarded-Host', 'x-forwarded-proto'])(
    'answers 403 to what came through a proxy: %s',
    async (name) => {
      const { status, text } = await get({ host: 'localhost', [name]: 'for=1.2.3.4' });
      expect([status, codeOf(text)]).toEqual([403, 'proxy-refused']);
    },
  );

  test('sends no CORS header to any page', async () => {
    const asked = { host: 'localhost', origin: 'https://evil.example' };
    const preflight = await rawRequest(relay.port, {
      method: 'OPTIONS',
      path: '/v1/inboxes',
      headers: { ...asked, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    expect(JSON.stringify(preflight.headers)).not.toContain('access-control');
  });
});

describe('a private relay with a public URL', () => {
  let relay: HttpFixture;
  const publicUrl = 'https://mail.example.org/mayfly';
  beforeAll(async () => (relay = await startHttp({ settings: { publicUrl, access: 'private' } })));
  afterAll(() => relay[Symbol.asyncDispose]());
  const get = (path: string, headers: Record<string, string>) =>
    rawRequest(relay.port, { path, headers });

  test('answers to its public name and on loopback, and to no other', async () => {
    expect((await get('/healthz', { host: 'mail.example.org' })).status).toBe(200);
    expect((await get('/healthz', { host: 'mail.example.org:8443' })).status).toBe(200);
    expect((await get('/healthz', { host: 'localhost' })).status).toBe(200);
    expect((await get('/healthz', { host: 'example.org' })).status).toBe(421);
  });

  test('lets pages of its public origin in, and no others', async () => {
    const host = 'mail.example.org';
    const status = async (origin: string) => (await get('/healthz', { host, origin })).status;
    expect(await status('https://mail.example.org')).toBe(200);
    expect(await status('https://www.example.org')).toBe(403);
  });

  test('is served through a proxy, which may keep or cut the path', async () => {
    const headers = { host: 'mail.example.org', 'x-forwarded-for': '192.0.2.1' };
    expect((await get('/mayfly/healthz', headers)).status).toBe(200);
    expect((await get('/healthz', headers)).status).toBe(200);
    expect((await get('/mayfly', headers)).status).toBe(200);
    expect((await get('/mayflyhealthz', headers)).status).toBe(404);
  });

  test('asks browsers to keep to HTTPS, for this name alone', async () => {
    const { headers } = await get('/healthz', { host: 'mail.example.org' });
    expect(headers['strict-transport-security']).toBe('max-age=15552000');
  });
});

describe('stripPrefix', () => {
  const url = 'https://mail.example.org/mayfly';
  test.each([
    ['/mayfly/v1/limits?x=1', url, '/v1/limits?x=1'],
    ['/mayfly?x=1', url, '/?x=1'],
    ['/v1/limits', url, '/v1/limits'],
    ['/mayfly/v1', 'https://mail.example.org', '/mayfly/v1'],
    ['/v1', null, '/v1'],
  ])('makes of %s at %s %s', (path, publicUrl, expected) => {
    expect(stripPrefix(path, publicUrl)).toBe(expected);
  });
});
