import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageList } from '@mayfly/shared/contract/message';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { aCode, sampleContent } from '../../test/http-samples.ts';

let relay: HttpFixture;
let inbox: CreatedInbox;
beforeAll(async () => (relay = await startHttp({ limits: { waitersPerInbox: 2 } })));
afterAll(() => relay[Symbol.asyncDispose]());
beforeEach(async () => (inbox = await relay.createInbox()));

const messages = (query = '') => `/v1/inboxes/${inbox.id}/messages${query}`;
const get = (query: string, signal?: AbortSignal) =>
  relay.call(messages(query), { token: inbox.token, ...(signal && { signal }) });
const changes = (list: MessageList) => list.items.map(({ change, id }) => [change, id]);

describe('a long-poll', () => {
  test('answers at once when there is something', async () => {
    const mid = await relay.addMessage(inbox.id);
    const list = await relay.list(inbox, '?wait=25');
    expect([changes(list), list.timedOut]).toEqual([[['new', mid]], false]);
    await relay.untilHeld('longPoll', 0);
  });

  test('is held until a message comes', async () => {
    const waiting = relay.list(inbox, '?wait=25');
    await relay.untilHeld('longPoll', 1);
    const mid = await relay.addMessage(inbox.id);
    const list = await waiting;
    expect([changes(list), list.timedOut]).toEqual([[['new', mid]], false]);
  });

  test('is held no longer than it asks for', async () => {
    const waiting = relay.list(inbox, '?wait=2');
    await relay.untilHeld('longPoll', 1);
    relay.pass(2000);
    expect(await waiting).toMatchObject({ items: [], timedOut: true });
  });

  test('goes on waiting when what comes does not match', async () => {
    const waiting = relay.list(inbox, '?wait=25&has=code');
    await relay.untilHeld('longPoll', 1);
    await relay.addMessage(inbox.id);
    const code = await relay.addMessage(inbox.id, sampleContent({ codes: [aCode] }));
    expect(changes(await waiting)).toEqual([['new', code]]);
  });

  test('is answered at once when the key of the inbox changes', async () => {
    const publicKey = 'k'.repeat(43);
    const { next } = await relay.list(inbox);
    const waiting = relay.list(inbox, `?after=${next}&wait=25`);
    await relay.untilHeld('longPoll', 1);
    const body = { publicKey };
    await relay.call(`/v1/inboxes/${inbox.id}`, { method: 'PATCH', token: inbox.token, body });
    expect(await waiting).toMatchObject({ items: [], timedOut: false, publicKey });
    expect((await relay.list(inbox)).publicKey).toBe(publicKey);
  });

  test('tells the new end of an inbox that was extended meanwhile', async () => {
    const waiting = relay.list(inbox, '?wait=25');
    await relay.untilHeld('longPoll', 1);
    const body = { ttlMinutes: 120 };
    const extended = await relay.call(`/v1/inboxes/${inbox.id}`, {
      method: 'PATCH',
      body,
      token: inbox.token,
    });
    await relay.addMessage(inbox.id);
    expect((await waiting).expiresAt).toBe(JSON.parse(extended.text).expiresAt);
  });

  test('ends with 404 when the inbox is deleted', async () => {
    const waiting = get('?wait=25');
    await relay.untilHeld('longPoll', 1);
    await relay.call(`/v1/inboxes/${inbox.id}`, { method: 'DELETE', token: inbox.token });
    expect((await waiting).json).toMatchObject({ code: 'not-found' });
  });

  test('ends with 404 when the inbox expires', async () => {
    relay.pass(Date.parse(inbox.expiresAt) - relay.clock() - 5000);
    const waiting = get('?wait=25');
    await relay.untilHeld('longPoll', 1);
    relay.pass(5000);
    expect((await waiting).json).toMatchObject({ code: 'not-found' });
  });

  test('ends with 401 when its token is revoked, and no other does', async () => {
    const tokens = `/v1/inboxes/${inbox.id}/tokens`;
    const manage = { token: inbox.token };
    const made = await relay.call(tokens, { ...manage, method: 'POST', body: { scope: 'read' } });
    const { token, jti } = JSON.parse(made.text);
    const readers = relay.call(messages('?wait=25'), { token });
    const owners = get('?wait=25');
    await relay.untilHeld('longPoll', 2);
    expect((await relay.call(`${tokens}/${jti}`, { ...manage, method: 'DELETE' })).status).toBe(
      204,
    );
    expect((await readers).json).toMatchObject({ code: 'token-invalid' });
    expect((await relay.call(messages(), { token })).json).toMatchObject({ code: 'token-invalid' });
    await relay.addMessage(inbox.id);
    expect((await owners).status).toBe(200);
  });

  test('frees its place when the client goes away', async () => {
    const controller = new AbortController();
    const gone = [1, 2].map(() => get('?wait=25', controller.signal).catch(() => 'gone'));
    await relay.untilHeld('longPoll', 2);
    const third = await get('?wait=25');
    expect([third.status, third.json]).toMatchObject([429, { code: 'too-many-waiters' }]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    controller.abort();
    expect(await Promise.all(gone)).toEqual(['gone', 'gone']);
    await relay.untilHeld('longPoll', 0);
    const waiting = relay.list(inbox, '?wait=25');
    await relay.untilHeld('longPoll', 1);
    await relay.addMessage(inbox.id);
    expect((await waiting).items).toHaveLength(1);
  });
});
