import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { sampleContent } from '../../test/http-samples.ts';
import { LiveClient } from '../../test/live-client.ts';

let relay: HttpFixture;
let one: CreatedInbox;
let two: CreatedInbox;
beforeAll(async () => (relay = await startHttp()));
afterAll(() => relay[Symbol.asyncDispose]());
beforeEach(async () => {
  one = await relay.createInbox();
  two = await relay.createInbox();
});

const open = () => new LiveClient(relay.url).opened();
async function watching(...watch: object[]): Promise<LiveClient> {
  const client = await open();
  client.socket.send(JSON.stringify({ watch }));
  return client;
}
const manage = (inbox: CreatedInbox, method: string, body?: object) =>
  relay.call(`/v1/inboxes/${inbox.id}`, { method, token: inbox.token, ...(body && { body }) });

describe('a live connection', () => {
  test('sends what there is, then says that it is ready, then what comes', async () => {
    const first = await relay.addMessage(one.id);
    const client = await watching({ token: one.token }, { token: two.token });
    expect(await client.until('ready')).toMatchObject([
      { type: 'message', index: 0, inbox: one.id, item: { change: 'new', id: first } },
      { type: 'ready' },
    ]);
    const second = await relay.addMessage(two.id);
    expect(await client.next()).toMatchObject({ type: 'message', index: 1, item: { id: second } });
    await relay.call(`/v1/inboxes/${one.id}/messages/${first}`, {
      method: 'PATCH',
      token: one.token,
      body: { seen: true },
    });
    expect(await client.next()).toMatchObject({ type: 'updated', index: 0, item: { seen: true } });
    await relay.call(`/v1/inboxes/${two.id}/messages/${second}`, {
      method: 'DELETE',
      token: two.token,
    });
    expect(await client.next()).toMatchObject({ type: 'deleted', item: { id: second } });
    client.socket.close();
  });

  test('goes on from the cursor of any event', async () => {
    await relay.addMessage(one.id);
    await relay.addMessage(one.id);
    const client = await watching({ token: one.token });
    const [first, second] = await client.until('ready');
    client.socket.close();
    if (first?.type !== 'message' || second?.type !== 'message') throw new Error('no messages');
    const again = await watching({ token: one.token, after: first.next });
    expect(await again.until('ready')).toEqual([second, { type: 'ready' }]);
    again.socket.close();
  });

  test('tells the new end of an inbox that was extended', async () => {
    const client = await watching({ token: one.token });
    await client.until('ready');
    const { text } = await manage(one, 'PATCH', { ttlMinutes: 120 });
    const { expiresAt } = JSON.parse(text);
    const told = { type: 'inbox', index: 0, inbox: one.id, expiresAt, publicKey: null };
    expect(await client.next()).toEqual(told);
    client.socket.close();
  });

  test('tells the new key of an inbox, once with each change', async () => {
    const client = await watching({ token: one.token });
    await client.until('ready');
    const publicKey = 'k'.repeat(43);
    const { text } = await manage(one, 'PATCH', { publicKey });
    const { expiresAt } = JSON.parse(text);
    const told = { type: 'inbox', index: 0, inbox: one.id, expiresAt, publicKey };
    expect(await client.next()).toEqual(told);
    client.socket.close();
  });

  test('tells that an inbox ended, and closes with 4410 when none is left', async () => {
    const client = await watching({ token: one.token }, { token: two.token });
    await client.until('ready');
    await manage(one, 'DELETE');
    expect(await client.next()).toEqual({ type: 'expired', index: 0, inbox: one.id });
    await manage(two, 'DELETE');
    expect(await client.next()).toEqual({ type: 'expired', index: 1, inbox: two.id });
    expect(await client.closed).toBe(4410);
    await relay.untilHeld('webSocket', 0);
  });

  test('gives a code for each dead token, and closes when all are', async () => {
    const client = await watching({ token: 'x.y.z' }, { token: one.token, after: 'foreign' });
    expect(await client.next()).toEqual({ type: 'error', index: 0, code: 'token-invalid' });
    expect(await client.next()).toEqual({ type: 'error', index: 1, code: 'invalid-request' });
    expect(await client.closed).toBe(4410);
  });

  test('ends the watch of a revoked token, and no other', async () => {
    const made = await relay.call(`/v1/inboxes/${one.id}/tokens`, {
      method: 'POST',
      token: one.token,
      body: { scope: 'read' },
    });
    const { token, jti } = JSON.parse(made.text);
    const client = await watching({ token }, { token: one.token });
    await client.until('ready');
    const path = `/v1/inboxes/${one.id}/tokens/${jti}`;
    await relay.call(path, { method: 'DELETE', token: one.token });
    expect(await client.next()).toEqual({ type: 'error', index: 0, code: 'token-invalid' });
    await relay.addMessage(one.id);
    expect(await client.next()).toMatchObject({ type: 'message', index: 1 });
    client.socket.close();
  });

  test('gives a fresh cursor for one that is of no use any more', async () => {
    const { next } = await relay.list(one);
    const client = await watching({ token: one.token, after: next.replace(/.$/, '9') });
    expect(await client.next()).toEqual({ type: 'error', index: 0, code: 'cursor-expired', next });
    client.socket.close();
  });

  test('pings at least every 20 s, and cuts a client that does not answer', async () => {
    const client = await watching({ token: one.token });
    await client.until('ready');
    relay.pass(15_000);
    expect(await client.next()).toEqual({ type: 'ping' });
    await client.settled();
    relay.pass(15_000);
    expect(await client.next()).toEqual({ type: 'ping' });
    client.socket.pause();
    relay.pass(15_000);
    relay.pass(15_000);
    await relay.untilHeld('webSocket', 0);
    client.socket.terminate();
  });

  test('is cut when its client leaves more than 8 MB unread', async () => {
    const client = await watching({ token: one.token });
    await client.until('ready');
    client.socket.pause();
    const text = 'x'.repeat(3_000_000);
    const cut = relay.untilHeld('webSocket', 0).then(() => true);
    // More than what is allowed and all that lies in the kernel's buffers.
    for (let i = 0; i < 10; i += 1) await relay.addMessage(one.id, sampleContent({ text }));
    expect(await cut).toBe(true);
    client.socket.terminate();
  });

  test('counts as a waiter on each of its inboxes', async () => {
    const token = one.token;
    const client = await watching(...Array.from({ length: 6 }, () => ({ token })));
    const codes = [await client.next(), await client.next()];
    expect(codes).toMatchObject([{ code: 'too-many-waiters' }, { code: 'too-many-waiters' }]);
    expect(await client.closed).toBe(1013);
  });

  test('frees its places when the client goes away', async () => {
    const client = await watching({ token: one.token });
    await client.until('ready');
    client.socket.terminate();
    await relay.untilHeld('webSocket', 0);
  });
});

describe('the first frame', () => {
  test.each([
    ['is no JSON', '{'],
    ['is of another form', JSON.stringify({ hello: true })],
    ['watches nothing', JSON.stringify({ watch: [] })],
    ['watches 51 inboxes', JSON.stringify({ watch: Array(51).fill({ token: 'x' }) })],
    ['is of 64 KB and one octet', JSON.stringify({ watch: [{ token: 'x' }] }).padEnd(65_537)],
    ['is of a megabyte', ' '.repeat(1_000_000)],
    ['is binary', Buffer.from(JSON.stringify({ watch: [{ token: 'x' }] }))],
  ])('closes with 4401 when it %s', async (_what, frame) => {
    const client = await open();
    client.socket.send(frame);
    expect(await client.closed).toBe(4401);
  });

  test('closes with 4401 when it does not come within 5 s', async () => {
    const client = await open();
    relay.pass(4999);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    relay.pass(1);
    expect(await client.closed).toBe(4401);
  });
});
