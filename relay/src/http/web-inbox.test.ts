import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, startHttp } from '../../test/http-fixture.ts';
import { readWebInbox } from './web-inbox.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mayfly-web-'));
const script = 'console.log(1);\n';

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Mayfly</title>');
  writeFileSync(path.join(folder, 'service-worker.js'), script);
  writeFileSync(path.join(folder, 'assets/main-abc.js'), script);
  writeFileSync(path.join(folder, 'assets/main-abc.js.gz'), gzipSync(script));
  writeFileSync(path.join(folder, 'notes.txt'), 'not ours');
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = (over = {}) => startHttp({ webInbox: readWebInbox(folder), ...over });

test('the page stands at the root, under a policy without inline script', async () => {
  await using relay = await start();
  const { status, text, headers } = await relay.call('/');
  expect([status, text]).toEqual([200, '<!doctype html><title>Mayfly</title>']);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-src 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('a file with a hash in its name is kept for good, and comes as the build compressed it', async () => {
  await using relay = await start();
  const { text, headers } = await relay.call('/assets/main-abc.js', {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(text).toBe(script);
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(headers.get('content-length')).toBe(String(gzipSync(script).length));
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(gunzipSync(gzipSync(script)).toString()).toBe(text);
});

test('who cannot decompress gets the file itself', async () => {
  await using relay = await start();
  const { headers, text } = await relay.call('/assets/main-abc.js', {
    headers: { 'accept-encoding': 'identity' },
  });
  expect([headers.get('content-encoding'), text]).toEqual([null, script]);
});

test.each([
  '/notes.txt',
  '/index.html.gz',
  '/assets/main-abc.js.gz',
  '/assets/..%2findex.html',
  '/assets/../../package.json',
])('%s is no file of the page', async (asked) => {
  await using relay = await start();
  expect(
    (await rawRequest(relay.port, { path: asked, headers: { host: 'localhost' } })).status,
  ).toBe(404);
});

test('the page is under the path of the public URL, whether or not a front takes it away', async () => {
  const settings = { publicUrl: 'https://mail.example.org/mayfly' };
  await using relay = await start({ settings });
  for (const asked of ['/mayfly/service-worker.js', '/service-worker.js']) {
    const { status, text } = await rawRequest(relay.port, {
      path: asked,
      headers: { host: 'mail.example.org' },
    });
    expect([status, text]).toEqual([200, script]);
  }
});

test('the path of the public URL without its slash leads to the one with it', async () => {
  const settings = { publicUrl: 'https://mail.example.org/mayfly' };
  await using relay = await start({ settings });
  const { status, headers } = await rawRequest(relay.port, {
    path: '/mayfly',
    headers: { host: 'mail.example.org' },
  });
  expect([status, headers['location']]).toEqual([308, '/mayfly/']);
});

test('who has met a limit still gets the page', async () => {
  await using relay = await start({ limits: { requestsPerMinute: 1 } });
  await relay.call('/v1/limits');
  expect((await relay.call('/v1/limits')).status).toBe(429);
  expect((await relay.call('/')).status).toBe(200);
});

test('another host is refused the page, too', async () => {
  await using relay = await start();
  const { status } = await rawRequest(relay.port, { headers: { host: 'evil.example' } });
  expect(status).toBe(421);
});

describe('a relay without a built web inbox', () => {
  test('says at its root how to build it', async () => {
    expect(readWebInbox(path.join(folder, 'nothing'))).toBeNull();
    await using relay = await startHttp();
    const { status, text } = await relay.call('/');
    expect(status).toBe(200);
    expect(text).toContain('<code>npm start</code>');
  });
});
