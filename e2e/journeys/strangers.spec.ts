import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { chromium, expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chromiumArgs, executables } from '../fixtures/browser.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { siteHost } from '../fixtures/sites.ts';
import { until } from '../fixtures/until.ts';

interface Fixtures {
  readonly relay: RelayProcess;
  /** A page of another origin, in a real browser. */
  readonly stranger: Page;
}

async function startStranger() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Stranger</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

const test = base.extend<Fixtures>({
  relay: async ({}, use) => {
    await using relay = await startRelay();
    await use(relay);
  },
  stranger: async ({}, use) => {
    const { server, port } = await startStranger();
    const browser = await chromium.launch({
      executablePath: executables.chromium,
      args: chromiumArgs,
    });
    const page = await browser.newPage();
    await page.goto(`http://${siteHost}:${port}/`);
    await use(page);
    await browser.close();
    server.close();
  },
});

interface Ask {
  method?: string;
  mode?: 'no-cors';
  headers?: Record<string, string>;
  body?: string;
}

/** What a page learns from a request: the status and text, or nothing. */
const ask = (page: Page, url: string, init: Ask = {}) =>
  page.evaluate(
    async ([target, options]) => {
      try {
        const response = await fetch(target, options);
        return { type: response.type, status: response.status, text: await response.text() };
      } catch {
        return null;
      }
    },
    [url, init] as const,
  );

test('a page of another origin reads nothing, however it asks', async ({ relay, stranger }) => {
  const inbox = await relay.client.createInbox();
  const headers = { authorization: `Bearer ${inbox.token}` };
  const json = { 'content-type': 'application/json' };
  const create = `${relay.url}/v1/inboxes`;
  expect(await ask(stranger, `${relay.url}/v1/domains`)).toBeNull();
  expect(await ask(stranger, `${create}/${inbox.id}/messages`, { headers })).toBeNull();
  expect(await ask(stranger, create, { method: 'POST', headers: json, body: '{}' })).toBeNull();
  // Without CORS the request goes out all the same, and the relay itself has to refuse it.
  expect(await ask(stranger, create, { method: 'POST', mode: 'no-cors', body: '{}' })).toBeNull();
  // The relay writes its log behind its answers.
  await until(() => relay.log.includes('"code":"origin-refused"'), { what: 'the refusal' });
});

test('a page of another origin opens no WebSocket', async ({ relay, stranger }) => {
  const url = `${relay.url.replace('http', 'ws')}/v1/live`;
  const outcome = await stranger.evaluate(
    async (target) =>
      await new Promise<string>((resolve) => {
        const socket = new WebSocket(target);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    url,
  );
  expect(outcome).toBe('refused');
});

test('a name that was rebound to the relay gets nothing', async ({ relay, stranger }) => {
  // The browser now takes the relay for the page's own origin; only the Host tells.
  const url = `http://rebound.${siteHost}:${relay.http.port}/v1/domains`;
  const response = await stranger.goto(url);
  expect(response?.status()).toBe(421);
  expect(await response?.json()).toMatchObject({ code: 'host-unknown', status: 421 });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: unknown;
}

/** Says what a browser would not let a page say. */
async function post(url: string, headers: Record<string, string>): Promise<Answer> {
  const call = request(url, { method: 'POST', headers });
  call.end('{}');
  const { promise, resolve } = Promise.withResolvers<Answer>();
  call.on('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
  });
  return await promise;
}

test('a POST of text/plain, which no browser asks leave for, makes nothing', async ({ relay }) => {
  const url = `${relay.url}/v1/inboxes`;
  const plain = await post(url, { 'content-type': 'text/plain' });
  expect(plain).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  const none = await post(url, {});
  expect(none).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
});

test('a foreign Origin is refused without a CORS header, before anything is made', async ({
  relay,
}) => {
  const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
  const answer = await post(`${relay.url}/v1/inboxes`, headers);
  expect(answer).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
    [],
  );
});
