import { expect, test } from 'vitest';
import { inboxIdSchema } from '../contract/inbox.ts';
import { cursorSchema } from '../contract/message.ts';
import { createClient } from './client.ts';
import { ContractError, NetworkError, ProblemError } from './client-error.ts';
import type { Fetch } from './request.ts';

const id = inboxIdSchema.parse('abcdefgh01234567-abcdefgh01234567');
const emptyList = { items: [], next: 'c1', timedOut: true, expiresAt: '2026-01-01T00:00:00.000Z' };

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function clientFor(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    return answer();
  };
  const client = createClient({
    baseUrl: 'https://relay.example/mail/',
    token: 't0',
    accessToken: 'a0',
    fetch,
  });
  return { client, sent };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

test('asks under the path of the relay and never puts the token into the URL', async () => {
  const { client, sent } = clientFor(() => json(emptyList));
  await client.listMessages(id, { after: cursorSchema.parse('c0'), wait: 25, token: 'secret' });
  expect(sent[0]?.url).toBe(
    `https://relay.example/mail/v1/inboxes/${id}/messages?after=c0&wait=25`,
  );
  expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer secret' });
  expect(sent[0]?.init).toMatchObject({
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  });
});

test('makes inboxes with the access, not with an inbox token', async () => {
  const { client, sent } = clientFor(() => json({}, 500));
  await client.createInbox({ ttlMinutes: 60 }).catch(() => undefined);
  expect(sent[0]?.init.headers).toMatchObject({
    authorization: 'Bearer a0',
    'content-type': 'application/json',
  });
  expect(sent[0]?.init.body).toBe('{"ttlMinutes":60}');
});

test('reopens an address with the access, and with nothing else that opens', async () => {
  const { client, sent } = clientFor(() => json({}, 500));
  await client.restoreInbox({ restoreKey: 'mfr1_x' }).catch(() => undefined);
  expect(sent[0]?.url).toBe('https://relay.example/mail/v1/inboxes/restore');
  expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer a0' });
  expect(sent[0]?.init.body).toBe('{"restoreKey":"mfr1_x"}');
});

test('a refusal is a ProblemError with its code and Retry-After', async () => {
  const problem = {
    type: 'urn:mayfly:problem:rate-limited',
    title: 'Too many',
    status: 429,
    code: 'rate-limited',
  };
  const { client } = clientFor(() => json(problem, 429, { 'retry-after': '12' }));
  const error = await client.getInbox(id).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ code: 'rate-limited', status: 429, retryAfterSeconds: 12 });
});

test.each([
  ['a page of another program', () => new Response('<html>', { status: 200 })],
  ['JSON of another form', () => json({ hello: 1 })],
  ['an error of another program', () => new Response('Bad gateway', { status: 502 })],
  ['a status that is not of the route', () => json(emptyList, 201)],
])('%s is a ContractError', async (_, answer) => {
  const { client } = clientFor(answer);
  await expect(client.listMessages(id)).rejects.toBeInstanceOf(ContractError);
});

test('no answer is a NetworkError', async () => {
  const { client } = clientFor(() => Promise.reject(new TypeError('fetch failed')));
  await expect(client.getLimits()).rejects.toBeInstanceOf(NetworkError);
});

test('a caller that gives up gets its own reason', async () => {
  const controller = new AbortController();
  const { client } = clientFor(() => {
    controller.abort(new Error('closed by hand'));
    return Promise.reject(new TypeError('aborted'));
  });
  await expect(client.getLimits({ signal: controller.signal })).rejects.toThrow('closed by hand');
});

test.each([
  [404, 'not-found'],
  [409, 'invalid-request'],
  [429, 'rate-limited'],
  [500, 'internal'],
  [503, 'overloaded'],
])('takes a code that only a newer relay knows, with status %i, for %s', async (status, code) => {
  const problem = {
    type: 'urn:mayfly:problem:moon-full',
    title: 'Later',
    status,
    code: 'moon-full',
  };
  const { client } = clientFor(() => json(problem, status));
  await expect(client.getLimits()).rejects.toMatchObject({ name: 'ProblemError', code });
});

test('takes a problem of another program for none of a relay', async () => {
  const { client } = clientFor(() => json({ type: 'about:blank', title: 'No', status: 404 }, 404));
  await expect(client.getLimits()).rejects.toBeInstanceOf(ContractError);
});
