import {
  type CreatedInbox,
  restoredInboxSchema,
  type RestoredInbox,
  type RestoreInbox,
} from '@mayfly/shared/contract/inbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';

const keyOf = (letter: string) => letter.repeat(43);

let relay: HttpFixture;
let inbox: CreatedInbox;
beforeEach(async () => {
  relay = await startHttp();
  inbox = await relay.createInbox({ publicKey: keyOf('k') });
});
afterEach(() => relay[Symbol.asyncDispose]());

const ask = (body: RestoreInbox) => relay.call('/v1/inboxes/restore', { method: 'POST', body });
const restore = async (body: Omit<RestoreInbox, 'restoreKey'> = {}): Promise<RestoredInbox> =>
  restoredInboxSchema.parse((await ask({ restoreKey: inbox.restoreKey, ...body })).json);
const at = ({ id }: { id: string }, call: Parameters<HttpFixture['call']>[1]) =>
  relay.call(`/v1/inboxes/${id}`, call);
const remove = () => at(inbox, { method: 'DELETE', token: inbox.token });

describe('an address that has ended', () => {
  test.each([
    ['expired', async () => relay.pass(60 * 60_000)],
    ['was deleted', remove],
  ])('and %s comes back as a new inbox, as its owner asks', async (_how, end) => {
    await end();
    const reopened = await restore({ publicKey: keyOf('n'), ttlMinutes: 120 });
    expect(reopened).toMatchObject({
      ...{ address: inbox.address, scope: 'manage', sealed: true, publicKey: keyOf('n') },
      restoreKey: inbox.restoreKey,
    });
    expect(reopened.id).not.toBe(inbox.id);
    const life = Date.parse(reopened.expiresAt) - relay.clock();
    expect(life).toBe(120 * 60_000);
    expect((await at(reopened, { method: 'DELETE', token: reopened.token })).status).toBe(204);
  });

  test('is opened by no token of before', async () => {
    await remove();
    const reopened = await restore();
    const old = await relay.call(`/v1/inboxes/${inbox.id}`, { token: inbox.token });
    expect(old.json).toMatchObject({ code: 'not-found' });
    expect((await at(reopened, { token: inbox.token })).json).toMatchObject({ code: 'not-found' });
  });

  test('is in plain when nobody says to which key its mail is sealed', async () => {
    await remove();
    expect(await restore()).toMatchObject({ sealed: false, publicKey: null });
  });

  test('comes back again and again by the same key', async () => {
    const ids = new Set([inbox.id]);
    for (let round = 0; round < 3; round += 1) {
      relay.pass(25 * 60 * 60_000);
      ids.add((await restore()).id);
    }
    expect(ids.size).toBe(4);
  });

  test('is opened once by two who come at the same time; one of them may only read', async () => {
    await remove();
    const both = await Promise.all([restore(), restore()]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both.map(({ scope }) => scope).sort()).toEqual(['manage', 'read']);
  });

  test('is not opened with a key to which nothing can be sealed', async () => {
    await remove();
    const reply = await ask({ restoreKey: inbox.restoreKey, publicKey: 'A'.repeat(43) });
    expect(reply.json).toMatchObject({ code: 'invalid-request', fields: [{ path: 'publicKey' }] });
  });
});

describe('an address that lives', () => {
  test('is opened to read alone, and stays sealed to the key that it has', async () => {
    const read = await restore({ publicKey: keyOf('t'), ttlMinutes: 1000 });
    const { id, address, expiresAt } = inbox;
    expect(read).toMatchObject({ id, address, expiresAt, scope: 'read', publicKey: keyOf('k') });
    expect((await relay.store.findInbox(id))?.inbox.publicKey).toBe(keyOf('k'));
    expect((await at(read, { token: read.token })).status).toBe(200);
    for (const call of [
      { method: 'PATCH', body: { publicKey: keyOf('t') } },
      { method: 'PATCH', body: { ttlMinutes: 10 } },
      { method: 'DELETE' },
    ]) {
      const refused = await at(read, { ...call, token: read.token });
      expect(refused.json).toMatchObject({ code: 'scope-insufficient' });
    }
  });
});

describe('a restore key', () => {
  test.each([
    ['rubbish', () => 'rubbish'],
    ['nothing', () => ''],
    ['a changed one', () => inbox.restoreKey.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))],
    ['a token', () => inbox.token.slice(0, 512)],
  ])('that is %s is refused', async (_what, keyText) => {
    const reply = await ask({ restoreKey: keyText() });
    expect([reply.status, reply.json]).toMatchObject([403, { code: 'restore-key-invalid' }]);
  });

  test('is not enough where making inboxes needs access', async () => {
    await using closed = await startHttp({ settings: { access: 'private' } });
    const { access, token } = await closed.deps.access.issue('a laptop');
    const post = (path: string, body: object, bearer?: string) =>
      closed.call(path, { method: 'POST', body, token: bearer });
    const made = restoredInboxSchema
      .omit({ scope: true })
      .parse((await post('/v1/inboxes', {}, token)).json);
    const { restoreKey } = made;
    await closed.call(`/v1/inboxes/${made.id}`, { method: 'DELETE', token: made.token });
    const refused = await post('/v1/inboxes/restore', { restoreKey });
    expect(refused.json).toMatchObject({ code: 'access-required' });
    const { json } = await post('/v1/inboxes/restore', { restoreKey }, token);
    const reopened = restoredInboxSchema.parse(json);
    expect((await closed.store.findInbox(reopened.id))?.inbox.accessId).toBe(access.id);
  });
});

describe('the key of an inbox', () => {
  test('is changed by its manager, alone or with its end', async () => {
    const patch = async (body: object) => (await at(inbox, { method: 'PATCH', body, token })).json;
    const { token } = inbox;
    const { expiresAt } = inbox;
    expect(await patch({ publicKey: keyOf('m') })).toMatchObject({
      ...{ publicKey: keyOf('m'), sealed: true, expiresAt },
    });
    const both = await patch({ publicKey: keyOf('o'), ttlMinutes: 120 });
    expect(both).toMatchObject({ publicKey: keyOf('o') });
    expect(both).not.toMatchObject({ expiresAt });
    const unfit = await patch({ publicKey: 'A'.repeat(43) });
    expect(unfit).toMatchObject({ code: 'invalid-request', fields: [{ path: 'publicKey' }] });
  });
});
