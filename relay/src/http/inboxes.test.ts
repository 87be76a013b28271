import {
  createdInboxSchema,
  createdTokenSchema,
  type CreateInbox,
  extendedInboxSchema,
  inboxSchema,
} from '@mayfly/shared/contract/inbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { readRestoreKey } from '../core/restore-key.ts';

let relay: HttpFixture;
beforeAll(async () => (relay = await startHttp()));
afterAll(() => relay[Symbol.asyncDispose]());

const create = (body?: CreateInbox) =>
  relay.call('/v1/inboxes', { method: 'POST', ...(body && { body }) });
const minutes = (of: { createdAt: string; expiresAt: string }) =>
  (Date.parse(of.expiresAt) - Date.parse(of.createdAt)) / 60_000;

describe('making an inbox', () => {
  test('gives a fresh address of an hour at the default domain', async () => {
    const inbox = await relay.createInbox();
    expect(inbox.address).toMatch(/^[0-9a-f]{8}@mayfly\.test$/);
    expect(minutes(inbox)).toBe(60);
    expect(inbox.sealed).toBe(false);
    expect((await relay.createInbox()).address).not.toBe(inbox.address);
  });

  test('needs no body at all', async () => {
    expect((await create()).status).toBe(201);
  });

  test('gives a restore key that names the address', async () => {
    const { restoreKey, address } = await relay.createInbox({ localPart: 'Anna' });
    expect(readRestoreKey(relay.keys, restoreKey)?.address).toBe(address);
  });

  test('ends a chosen name in four characters of its own, each time others', async () => {
    const [first, second] = await Promise.all([
      relay.createInbox({ localPart: 'Anna' }),
      relay.createInbox({ localPart: 'anna' }),
    ]);
    expect(first.address).toMatch(/^anna\.[a-z2-7]{4}@mayfly\.test$/);
    expect(second.address).not.toBe(first.address);
  });

  test('takes another domain of the relay, in whatever form it is written', async () => {
    const { address } = await relay.createInbox({ domain: 'Bücher.example' });
    expect(address).toMatch(/@xn--bcher-kva\.example$/);
  });

  test.each(['elsewhere.example', 'mayfly.test.evil.example', '', 'a b'])(
    'refuses the domain %j',
    async (domain) => {
      const reply = await create({ domain });
      expect([reply.status, reply.json]).toMatchObject([422, { code: 'domain-unknown' }]);
    },
  );

  test.each(['postmaster', 'Admin', 'ssl-admin', 'hostmaster'])(
    'keeps %s back',
    async (localPart) => {
      const reply = await create({ localPart });
      expect([reply.status, reply.json]).toMatchObject([422, { code: 'address-reserved' }]);
    },
  );

  test('cuts a life that is longer than the relay allows', async () => {
    expect(minutes(await relay.createInbox({ ttlMinutes: 43_200 }))).toBe(1440);
  });

  test('says of an inbox with a key that it is sealed', async () => {
    expect((await relay.createInbox({ publicKey: 'k'.repeat(43) })).sealed).toBe(true);
  });
});

describe('a name that is taken', () => {
  test('is tried again with another ending, and given up at last', async () => {
    let tried = 0;
    await using busy = await startHttp({
      wrapStore: (store) => ({
        ...store,
        createInbox: (inbox) => {
          tried += 1;
          return tried < 4
            ? Promise.resolve({ ok: false, code: 'address-taken' })
            : store.createInbox(inbox);
        },
      }),
    });
    expect((await busy.createInbox({ localPart: 'anna' })).address).toMatch(/^anna\./);
    expect(tried).toBe(4);
    tried = -1000;
    const reply = await busy.call('/v1/inboxes', { method: 'POST', body: {} });
    expect([reply.status, reply.json]).toMatchObject([409, { code: 'address-taken' }]);
    expect(tried).toBe(-992);
  });
});

describe('an inbox', () => {
  const path = ({ id }: { id: string }) => `/v1/inboxes/${id}`;

  test('can be read by its holder', async () => {
    const { token, ...inbox } = await relay.createInbox();
    const read = await relay.call(path(inbox), { token });
    expect({ ...inboxSchema.parse(read.json), restoreKey: inbox.restoreKey }).toEqual(inbox);
  });

  test('can be extended, counted from now, with a token that lives as long', async () => {
    const inbox = await relay.createInbox();
    relay.pass(30 * 60_000);
    const extend = { method: 'PATCH', body: { ttlMinutes: 120 }, token: inbox.token };
    const { text } = await relay.call(path(inbox), extend);
    const extended = extendedInboxSchema.parse(JSON.parse(text));
    expect(minutes(extended)).toBe(150);
    relay.pass(100 * 60_000);
    expect((await relay.call(path(inbox), { token: inbox.token })).json).toMatchObject({
      code: 'token-expired',
    });
    expect((await relay.call(path(inbox), { token: extended.token })).status).toBe(200);
  });

  test('can be made to end sooner, and never lives longer than its whole life', async () => {
    const inbox = await relay.createInbox();
    const extend = async (ttlMinutes: number) => {
      const call = { method: 'PATCH', body: { ttlMinutes }, token: inbox.token };
      return minutes(inboxSchema.parse((await relay.call(path(inbox), call)).json));
    };
    expect(await extend(10)).toBe(10);
    expect(await extend(43_200)).toBe(1440);
  });

  test('can be deleted, and then is not there any more', async () => {
    const inbox = await relay.createInbox();
    const remove = () => relay.call(path(inbox), { method: 'DELETE', token: inbox.token });
    expect((await remove()).status).toBe(204);
    expect((await remove()).json).toMatchObject({ code: 'not-found' });
  });

  test('is not there any more when its time is over, though a token would live', async () => {
    const inbox = await relay.createInbox({ ttlMinutes: 10 });
    relay.pass(10 * 60_000 - 1);
    expect((await relay.call(path(inbox), { token: inbox.token })).status).toBe(200);
    relay.pass(1);
    expect((await relay.call(path(inbox), { token: inbox.token })).status).toBe(401);
  });
});

describe('a further token', () => {
  test('may only read when it is made so, and ends with the inbox at the latest', async () => {
    const inbox = await relay.createInbox();
    const tokens = `/v1/inboxes/${inbox.id}/tokens`;
    const make = async (body: object) =>
      createdTokenSchema.parse(
        (await relay.call(tokens, { method: 'POST', token: inbox.token, body })).json,
      );
    const reader = await make({ scope: 'read', ttlMinutes: 43_200 });
    expect(reader).toMatchObject({ scope: 'read', expiresAt: inbox.expiresAt });
    const inboxPath = `/v1/inboxes/${inbox.id}`;
    expect((await relay.call(inboxPath, { token: reader.token })).status).toBe(200);
    const remove = await relay.call(inboxPath, { method: 'DELETE', token: reader.token });
    expect(remove.json).toMatchObject({ code: 'scope-insufficient' });
    const short = await make({ scope: 'manage', ttlMinutes: 1 });
    relay.pass(60_000);
    expect((await relay.call(inboxPath, { token: short.token })).json).toMatchObject({
      code: 'token-expired',
    });
  });
});

describe('a private relay', () => {
  test('makes inboxes only for who has access, until that is withdrawn', async () => {
    await using closed = await startHttp({ settings: { access: 'private' } });
    const post = (token?: string) =>
      closed.call('/v1/inboxes', { method: 'POST', body: {}, token });
    const refused = await post();
    expect([refused.status, refused.json]).toMatchObject([401, { code: 'access-required' }]);
    expect((await post('x.y.z')).json).toMatchObject({ code: 'token-invalid' });
    const { access, token } = await closed.deps.access.issue('a laptop');
    const made = await post(token);
    expect(made.status).toBe(201);
    const inbox = createdInboxSchema.parse(made.json);
    expect((await post(inbox.token)).json).toMatchObject({ code: 'access-required' });
    expect((await closed.call(`/v1/inboxes/${inbox.id}`, { token })).json).toMatchObject({
      code: 'not-found',
    });
    expect((await closed.store.findInbox(inbox.id))?.inbox.accessId).toBe(access.id);
    await closed.store.deleteAccess(access.id);
    expect((await post(token)).json).toMatchObject({ code: 'token-invalid' });
  });
});
