import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startHttp } from '../../test/http-fixture.ts';
import { offerPairing } from '../core/pairing.ts';

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
    const limits = { requestsPerMinute: 1, refusedRequestsPerTenMinutes: 20 };
    await using relay = await startHttp({ limits });
    const ask = () => relay.call('/healthz');
    await Promise.all(Array.from({ length: 21 }, ask));
    const boxed = await ask();
    expect(boxed.status).toBe(429);
    expect(boxed.headers.get('retry-after')).toBe('600');
    relay.pass(600_000);
    expect((await ask()).status).toBe(200);
  });
});

describe('requests with one token', () => {
  test('are so many a minute, wherever they come from', async () => {
    const settings = { access: 'private', trustedProxies: ['loopback'] } as const;
    await using relay = await startHttp({ settings, limits: { tokenRequestsPerMinute: 2 } });
    let client = 0;
    const read = async (token: string) => {
      client += 1;
      const headers = { 'x-forwarded-for': `192.0.2.${client}` };
      return relay.call(`/v1/inboxes/${'a'.repeat(16)}-${'b'.repeat(16)}`, { token, headers });
    };
    const first = await read('x.y.z');
    expect(first.status).toBe(401);
    expect(first.headers.get('ratelimit')).toMatch(
      /^"requests"; r=\d+; t=\d+, "token"; r=1; t=60$/,
    );
    await read('x.y.z');
    const third = await read('x.y.z');
    expect([third.status, third.json]).toMatchObject(limited);
    expect(third.headers.get('retry-after')).toBe('60');
    expect((await read('another.y.z')).status).toBe(401);
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

test('reopened addresses count with those that are made', async () => {
  await using relay = await startHttp({ limits: { inboxesPerHour: 2 } });
  const { restoreKey } = await relay.createInbox();
  relay.pass(60 * 60_000 - 1);
  const restore = () => relay.call('/v1/inboxes/restore', { method: 'POST', body: { restoreKey } });
  expect((await restore()).status).toBe(201);
  const third = await restore();
  expect([third.status, third.json]).toMatchObject(limited);
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

  test('are pairing codes too, so that nobody goes on guessing', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 3 } });
    const guess = (code: string) => relay.call('/v1/pair', { method: 'POST', body: { code } });
    for (const code of ['a'.repeat(26), '', 'x'])
      expect((await guess(code)).json).toMatchObject({ code: 'pair-code-invalid' });
    const { code } = await offerPairing({ ...relay, random: randomBytes }, 'laptop');
    const right = await guess(code);
    expect([right.status, right.json]).toMatchObject(limited);
    relay.pass(60_000);
    expect((await guess(code)).status).toBe(201);
  });

  test('count in a watch too', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 3 } });
    const inboxes = Array.from({ length: 3 }, () => ({ token: 'x.y.z' }));
    expect((await relay.call('/v1/watch', { method: 'POST', body: { inboxes } })).status).toBe(200);
    expect((await relay.call('/healthz')).status).toBe(429);
  });

  test('are restore keys, too, that this relay did not make', async () => {
    await using relay = await startHttp({ limits: { wrongTokensPerMinute: 3 } });
    const { restoreKey } = await relay.createInbox();
    const restore = (key: string) =>
      relay.call('/v1/inboxes/restore', { method: 'POST', body: { restoreKey: key } });
    for (const key of [`${restoreKey}A`, restoreKey.slice(0, -1), 'rubbish']) {
      const refused = await restore(key);
      expect([refused.status, refused.json]).toMatchObject([403, { code: 'restore-key-invalid' }]);
    }
    expect((await restore(restoreKey)).status).toBe(429);
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
