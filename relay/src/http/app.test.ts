import { problemSchema } from '@mayfly/shared/contract/problem';
import type { RouteName } from '@mayfly/shared/contract/routes';
import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signToken } from '../core/access-token.ts';
import { type Call, type HttpFixture, type Reply, startHttp } from '../../test/http-fixture.ts';
import { callOf, routeNames, routeOf } from '../../test/route-calls.ts';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';

const mid = 'm'.repeat(20);
let relay: HttpFixture;
let inbox: CreatedInbox;
let other: CreatedInbox;
beforeAll(async () => {
  relay = await startHttp();
  inbox = await relay.createInbox();
  other = await relay.createInbox();
});
afterAll(() => relay[Symbol.asyncDispose]());

/** Every refusal has the same form, and the code is one of those that the contract names for the route. */
function expectProblem(reply: Reply, status: number, code: string): void {
  const problem = problemSchema.parse(reply.json);
  expect({ status: reply.status, code: problem.code }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(problem).toMatchObject({ status, type: `urn:mayfly:problem:${code}` });
  expect(problem).not.toHaveProperty('detail');
}

const call = (name: RouteName, more: Call = {}, of = inbox) => {
  const { method, path, body } = callOf(name, of, mid);
  const sent = 'rawBody' in more ? {} : { body };
  return relay.call(path, { method, ...sent, ...more });
};

const tokenOf = (claims: { sub?: string; scope?: 'read' | 'manage'; expiresAt?: number }) =>
  signToken(
    relay.keys,
    {
      sub: inbox.id,
      scope: 'manage',
      jti: 'j'.repeat(16),
      expiresAt: relay.clock() + 60_000,
      ...claims,
    },
    relay.clock(),
  );

const withToken = routeNames.filter((name) => ['read', 'manage'].includes(routeOf(name).auth));
const toManage = withToken.filter((name) => routeOf(name).auth === 'manage');
const withBody = routeNames.filter((name) => routeOf(name).body !== undefined);

describe.each(withToken)('%s', (name) => {
  test('answers 401 without a token', async () => {
    const reply = await call(name);
    expectProblem(reply, 401, 'token-missing');
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="mayfly"');
  });

  test('answers 401 to a token that is in the URL alone', async () => {
    const { method, path, body } = callOf(name, inbox, mid);
    const reply = await relay.call(`${path}?token=${inbox.token}`, { method, body });
    expectProblem(reply, 401, 'token-missing');
  });

  test('answers 401 to a token that is not ours', async () => {
    expectProblem(await call(name, { token: `${inbox.token}x` }), 401, 'token-invalid');
    const basic = { authorization: `Basic ${inbox.token}` };
    expectProblem(await call(name, { headers: basic }), 401, 'token-missing');
  });

  test('answers 401 to a token that has expired', async () => {
    const token = tokenOf({ expiresAt: relay.clock() - 1000 });
    expectProblem(await call(name, { token }), 401, 'token-expired');
  });

  test('answers the same 404 for the inbox of another and for none', async () => {
    const foreign = await call(name, { token: other.token });
    const none = { ...inbox, id: inboxIdSchema.parse(`${'n'.repeat(16)}-${'n'.repeat(16)}`) };
    const nowhere = await call(name, { token: inbox.token }, none);
    const dead = await call(name, { token: tokenOf({ sub: none.id }) }, none);
    const unnamed = await relay.call(callOf(name, inbox, mid).path.replace(inbox.id, 'x'), {
      method: routeOf(name).method,
      body: callOf(name, inbox, mid).body,
      token: inbox.token,
    });
    for (const reply of [foreign, nowhere, dead, unnamed]) expectProblem(reply, 404, 'not-found');
  });
});

describe.each(toManage)('%s', (name) => {
  test('answers 403 to a token that may only read', async () => {
    const reply = await call(name, { token: tokenOf({ scope: 'read' }) });
    expectProblem(reply, 403, 'scope-insufficient');
  });
});

describe.each(withBody)('%s', (name) => {
  const token = () => inbox.token;

  test.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'a=1'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json-seq', '{}'],
    ['application/jsonp', '{}'],
    ['text/json', '{}'],
  ])('answers 415 to a body that is %s', async (type, rawBody) => {
    const reply = await call(name, { token: token(), rawBody, headers: { 'content-type': type } });
    expectProblem(reply, 415, 'unsupported-media-type');
  });

  test('answers 415 to a body in another encoding or character set', async () => {
    const json = { token: token(), rawBody: '{}' };
    const zipped = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expectProblem(await call(name, { ...json, headers: zipped }), 415, 'unsupported-media-type');
    const latin = { 'content-type': 'application/json; charset=latin1' };
    expectProblem(await call(name, { ...json, headers: latin }), 415, 'unsupported-media-type');
  });

  test.each(['{', '{"a":}', 'nothing', '"text"', '1', ''.padEnd(10, '[')])(
    'answers 400 to %j, which is no JSON object',
    async (rawBody) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await call(name, { token: token(), rawBody, headers });
      expectProblem(reply, 400, 'malformed-json');
      expect(reply.text).not.toMatch(/unexpected|position|token /i);
    },
  );

  test.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown member', '{"colour":"red"}'],
    ['a member of the prototype', '{"__proto__":{"ttlMinutes":30}}'],
  ])('answers 400 to %s', async (_what, rawBody) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await call(name, { token: token(), rawBody, headers });
    const code = rawBody === 'null' ? 'malformed-json' : 'invalid-request';
    expectProblem(reply, 400, code);
  });

  test('answers 413 to a body of more than 64 KB', async () => {
    const rawBody = JSON.stringify({ colour: 'x'.repeat(64 * 1024) });
    const headers = { 'content-type': 'application/json' };
    const reply = await call(name, { token: token(), rawBody, headers });
    expectProblem(reply, 413, 'payload-too-large');
  });
});

describe('values of the wrong type', () => {
  test.each<[RouteName, object, string[]]>([
    ['createInbox', { ttlMinutes: '60' }, ['ttlMinutes']],
    ['createInbox', { ttlMinutes: 9 }, ['ttlMinutes']],
    ['createInbox', { ttlMinutes: 10.5 }, ['ttlMinutes']],
    ['createInbox', { localPart: '-anna', domain: 7 }, ['domain', 'localPart']],
    ['createInbox', { localPart: 'an..na' }, ['localPart']],
    ['createInbox', { publicKey: 'short' }, ['publicKey']],
    ['extendInbox', {}, ['ttlMinutes']],
    ['createToken', { scope: 'root' }, ['scope']],
    ['patchMessage', { seen: 'yes' }, ['seen']],
    ['watch', { inboxes: [] }, ['inboxes']],
    ['watch', { inboxes: [{ token: 1 }], wait: 26 }, ['wait', 'inboxes.0.token']],
    ['watch', { inboxes: Array.from({ length: 51 }, () => ({ token: 'x' })) }, ['inboxes']],
  ])('%s with %j: each is named', async (name, body, paths) => {
    const reply = await call(name, { token: inbox.token, body });
    expectProblem(reply, 400, 'invalid-request');
    const named = problemSchema.parse(reply.json).fields?.map(({ path }) => path);
    expect(named?.sort()).toEqual(paths.sort());
  });

  test('are described in our words', async () => {
    const reply = await call('createInbox', { body: { ttlMinutes: 'x', colour: 'red' } });
    expect(problemSchema.parse(reply.json).fields).toEqual([
      { path: 'ttlMinutes', message: 'must be of the type number' },
      { path: 'colour', message: 'is not known here' },
    ]);
  });
});

describe('unknown routes', () => {
  test.each([
    '/v1',
    '/v1/nothing',
    '/v2/inboxes',
    '/favicon.ico',
    '/V1/inboxes',
    '/v1/inboxes/a/b/c',
  ])('answer 404: %s', async (path) => {
    expectProblem(await relay.call(path), 404, 'route-not-found');
  });

  test('answer 400 when the path cannot be decoded', async () => {
    const reply = await relay.call('/v1/inboxes/%ff', { token: inbox.token });
    expectProblem(reply, 400, 'invalid-request');
  });

  test.each([
    ['PUT', '/v1/inboxes', 'POST'],
    ['GET', '/v1/inboxes', 'POST'],
    ['POST', '/healthz', 'GET'],
    ['OPTIONS', '/v1/watch', 'POST'],
    ['PUT', '/v1/inboxes/x', 'GET, PATCH, DELETE'],
  ])('answer 405 to %s %s', async (method, path, allowed) => {
    const reply = await relay.call(path, { method });
    expectProblem(reply, 405, 'method-not-allowed');
    expect(reply.headers.get('allow')).toBe(allowed);
  });
});

describe('every answer', () => {
  test.each(['/', '/healthz', '/v1/limits', '/v1/nothing'])(
    'of %s may run nothing',
    async (path) => {
      const { headers } = await relay.call(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});
