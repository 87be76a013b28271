import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Call,
  type FixtureOptions,
  type HttpFixture,
  startHttp,
} from '../../test/http-fixture.ts';
import { callOf, inboundSecrets } from '../../test/route-calls.ts';
import { RelayError } from '../core/errors.ts';
import type { Store } from '../core/ports.ts';

const ways = ['receiveRaw', 'receiveImprovmx'] as const;
type Way = (typeof ways)[number];

const dayMs = 24 * 3_600_000;

let relay: HttpFixture;
let inbox: CreatedInbox;
async function start(options: FixtureOptions = {}): Promise<void> {
  relay = await startHttp(options);
  inbox = await relay.createInbox();
}
beforeEach(() => start());
afterEach(() => relay[Symbol.asyncDispose]());

const basicOf = (password: string) =>
  `Basic ${Buffer.from(`improvmx:${password}`).toString('base64')}`;

/** A good call, changed where it is said. */
function bring(way: Way, { headers, ...more }: Call = {}, address: string = inbox.address) {
  const good = callOf(way, { ...inbox, address }, '');
  const { method, path, rawBody = '' } = good;
  return relay.call(path, { method, rawBody, ...more, headers: { ...good.headers, ...headers } });
}

const stored = async (): Promise<number> =>
  (await relay.store.findInbox(inbox.id))?.usage.messages ?? 0;

const shown = async (): Promise<number> => (await relay.list(inbox)).items.length;

async function expectRefused(
  reply: Promise<Awaited<ReturnType<typeof bring>>>,
  code: string,
): Promise<void> {
  const { json, headers } = await reply;
  expect(json).toMatchObject({ code });
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(await stored()).toBe(0);
}

describe.each(ways)('%s', (way) => {
  it('stores a mail for the inbox that its envelope names', async () => {
    expect((await bring(way)).json).toEqual({ repeated: false });
    expect(await stored()).toBe(1);
  });

  it.each([
    ['no secret', '', 'token-missing'],
    ['the secret of another way', 'other', 'token-invalid'],
    ['a secret that is almost right', 'almost', 'token-invalid'],
    ['the secret in the wrong scheme', 'scheme', 'token-missing'],
  ])('refuses %s and stores nothing', async (_what, kind, code) => {
    const own = way === 'receiveRaw' ? inboundSecrets.raw : inboundSecrets.improvmx;
    const other = way === 'receiveRaw' ? inboundSecrets.improvmx : inboundSecrets.raw;
    const credentials = (secret: string, isOwn = true) =>
      (way === 'receiveRaw') === isOwn ? `Bearer ${secret}` : basicOf(secret);
    const authorization = {
      '': '',
      other: credentials(other),
      almost: credentials(`${own}x`),
      scheme: credentials(own, false),
    }[kind];
    await expectRefused(bring(way, { headers: { authorization: authorization ?? '' } }), code);
  });

  it('refuses a query, in which the secret would be logged by others', async () => {
    const { method, path, headers = {}, rawBody = '' } = callOf(way, inbox, '');
    const asked = relay.call(`${path}?secret=x`, { method, headers, rawBody });
    await expectRefused(asked, 'invalid-request');
  });

  it('says that it is off when no secret is set', async () => {
    await relay[Symbol.asyncDispose]();
    await start({ secrets: { raw: null, improvmx: null } });
    await expectRefused(bring(way), 'inbound-off');
  });

  it('refuses an address that is nobody’s, and one of another domain', async () => {
    await expectRefused(bring(way, {}, 'nobody@mayfly.test'), 'recipient-unknown');
    await expectRefused(bring(way, {}, 'otter@elsewhere.example'), 'relay-denied');
  });

  it('refuses a mail for an inbox that has ended, and says that it may come back', async () => {
    const ended = await relay.createInbox({ ttlMinutes: 10 });
    relay.pass(11 * 60_000);
    await expectRefused(bring(way, {}, ended.address), 'recipient-expired');
  });

  it('refuses what is too big, whether it says so before or not', async () => {
    await relay[Symbol.asyncDispose]();
    await start({ limits: { messageBytes: 2000 } });
    const long = 'x'.repeat(200_000);
    const rawBody =
      way === 'receiveRaw'
        ? `Subject: Long\r\n\r\n${long}`
        : JSON.stringify({ to: [{ email: inbox.address }], text: long });
    const code = way === 'receiveRaw' ? 'message-too-big' : 'payload-too-large';
    await expectRefused(bring(way, { rawBody }), code);
    const { path, headers = {} } = callOf(way, inbox, '');
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(rawBody));
        controller.close();
      },
    });
    const response = await fetch(`${relay.url}${path}`, {
      ...{ method: 'POST', headers: { ...headers }, body },
      ...{ duplex: 'half' },
    });
    expect(await response.json()).toMatchObject({ code });
    expect(await stored()).toBe(0);
  });

  it('is not limited like other requests, nor shut out for what others at its address did', async () => {
    await relay[Symbol.asyncDispose]();
    await start({ limits: { requestsPerMinute: 3, wrongTokensPerMinute: 1 } });
    for (let turn = 0; turn < 3; turn += 1)
      await relay.call(`/v1/inboxes/${inbox.id}`, { token: 'x.y.z' });
    expect((await relay.call('/v1/limits')).status).toBe(429);
    expect((await bring(way)).status).toBe(200);
    const wrong = await bring(way, { headers: { authorization: 'Bearer x' } });
    expect(wrong.status).toBe(429);
  });

  it('takes nothing while there is no room, and the same mail after that', async () => {
    await relay[Symbol.asyncDispose]();
    let isShort = false;
    await start({ shortage: () => (isShort ? 'storage-full' : null) });
    isShort = true;
    await expectRefused(bring(way), 'storage-full');
    isShort = false;
    expect((await bring(way)).json).toEqual({ repeated: false });
  });
});

describe.each(ways)('a mail that %s is given again', (way) => {
  it('is answered like the first time and stored no second time, for 7 days', async () => {
    await relay[Symbol.asyncDispose]();
    await start({ limits: { maxLifeMinutes: 43_200 } });
    inbox = await relay.createInbox({ ttlMinutes: 43_200 });
    await bring(way);
    relay.pass(7 * dayMs - 1);
    expect((await bring(way)).json).toEqual({ repeated: true });
    expect(await shown()).toBe(1);
    relay.pass(1);
    expect((await bring(way)).json).toEqual({ repeated: false });
  });

  it('is stored once when it comes many times at once', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => bring(way)));
    const fresh = replies.filter(({ text }) => text.includes('false'));
    expect([fresh.length, await stored()]).toEqual([1, 1]);
  });

  it('is stored when the first time failed at the store', async () => {
    await relay[Symbol.asyncDispose]();
    let failures = 1;
    const failing = (store: Store): Store => ({
      ...store,
      saveMessage: (...args) =>
        failures-- > 0
          ? Promise.reject(new RelayError('store-unavailable'))
          : store.saveMessage(...args),
    });
    await start({ wrapStore: failing });
    await expectRefused(bring(way), 'store-unavailable');
    expect((await bring(way)).json).toEqual({ repeated: false });
    expect((await bring(way)).json).toEqual({ repeated: true });
  });

  it('is answered well when it filled its inbox, or was deleted since', async () => {
    await relay[Symbol.asyncDispose]();
    await start({ limits: { inboxMessages: 1 } });
    await bring(way);
    expect((await bring(way)).json).toEqual({ repeated: true });
    const other = callOf(way, inbox, '').rawBody?.replaceAll('Hello', 'Other') ?? '';
    expect((await bring(way, { rawBody: other })).json).toMatchObject({ code: 'inbox-full' });
    const [first] = (await relay.list(inbox)).items;
    await relay.store.deleteMessage(inbox.id, first?.id ?? expect.fail('no message'));
    expect((await bring(way)).json).toEqual({ repeated: true });
  });
});

describe('receiveRaw', () => {
  it.each([
    ['nothing', ''],
    ['JSON', '{"a": 1}'],
    ['a text', 'Hello there\r\n\r\nThis is no mail'],
    ['a page', '<!doctype html><p>x</p>'],
    ['octets', '\u0000\u0001\u0002:'],
  ])('refuses a body that is no mail: %s', async (_what, rawBody) => {
    await expectRefused(bring('receiveRaw', { rawBody }), 'invalid-request');
  });

  it.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'refuses a body that is %s',
    async (type) => {
      const headers = { 'content-type': type };
      await expectRefused(bring('receiveRaw', { headers }), 'unsupported-media-type');
    },
  );

  it('refuses a mail without a recipient, and one for two inboxes', async () => {
    const to = (address: string) => ({ headers: { 'x-mayfly-recipient': address } });
    await expectRefused(bring('receiveRaw', to('')), 'invalid-request');
    await expectRefused(bring('receiveRaw', to(' , ')), 'recipient-invalid');
    const other = await relay.createInbox();
    const two = to(`${inbox.address}, ${other.address}`);
    await expectRefused(bring('receiveRaw', two), 'one-inbox-per-transaction');
    const tags = to(`<${inbox.address}>, ${inbox.address.replace('@', '+tag@')}`);
    expect((await bring('receiveRaw', tags)).status).toBe(200);
  });

  it('stores one mail for each of two inboxes', async () => {
    const other = await relay.createInbox();
    await bring('receiveRaw');
    expect((await bring('receiveRaw', {}, other.address)).json).toEqual({ repeated: false });
  });

  it('takes a mail as mail programs of one machine hand it on', async () => {
    const rawBody = 'From shop@fern.example Thu Jan  1 00:00:00 1970\nSubject: Hi\n\nline\nline\n';
    await bring('receiveRaw', { rawBody });
    const [first] = (await relay.list(inbox)).items;
    const path = `/v1/inboxes/${inbox.id}/messages/${first?.id ?? ''}/raw`;
    const { text } = await relay.call(path, { token: inbox.token });
    expect(text).toMatch(/\r\nSubject: Hi\r\n\r\nline\r\nline\r\n$/);
    expect(text).not.toContain('1970');
  });

  it('writes the envelope into its trace, and nothing else that it was told', async () => {
    const headers = { 'x-mayfly-sender': '<bounce+1@fern.example>' };
    await bring('receiveRaw', { headers });
    const [first] = (await relay.list(inbox)).items;
    const path = `/v1/inboxes/${inbox.id}/messages/${first?.id ?? ''}/raw`;
    const { text } = await relay.call(path, { token: inbox.token });
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'Return-Path: <bounce+1@fern.example>',
      'Received: from webhook ([127.0.0.1])',
      expect.stringMatching(/^\tby mx\.mayfly\.test with HTTP id \w{16}$/),
    ]);
  });
});

describe('receiveImprovmx', () => {
  const post = (form: object | string) =>
    bring('receiveImprovmx', { rawBody: typeof form === 'string' ? form : JSON.stringify(form) });

  it.each([
    ['no JSON', 'Subject: Hello\r\n\r\nHello', 'malformed-json'],
    ['a list', '[]', 'invalid-request'],
    ['a form with other types', '{"to":"otter@mayfly.test"}', 'invalid-request'],
    ['a form without recipients', '{"subject":"Hello"}', 'recipient-invalid'],
  ])('refuses %s', async (_what, body, code) => {
    await expectRefused(post(body), code);
  });

  it('refuses octets that are no UTF-8', async () => {
    const { path, headers = {} } = callOf('receiveImprovmx', inbox, '');
    const body = Buffer.from('{"subject":"\xff"}', 'latin1');
    const response = await fetch(`${relay.url}${path}`, {
      ...{ method: 'POST', headers: { ...headers }, body },
    });
    expect(await response.json()).toMatchObject({ code: 'malformed-json' });
  });

  it('knows a mail again that was sent at another time', async () => {
    const mail = { to: [{ email: inbox.address }], 'message-id': '<1@fern.example>', text: 'x' };
    await post({ ...mail, timestamp: 1, headers: { Received: 'at noon' } });
    const again = await post({ ...mail, timestamp: 2, headers: { Received: 'at one' } });
    expect(again.json).toEqual({ repeated: true });
    const other = await post({ ...mail, 'message-id': '<2@fern.example>' });
    expect(other.json).toEqual({ repeated: false });
  });

  it('goes by whom ImprovMX delivers to, before whom the mail names', async () => {
    const other = await relay.createInbox();
    const delivered = { headers: { 'Delivered-To': inbox.address } };
    await post({ ...delivered, to: [{ email: other.address }], text: 'x' });
    await post({ headers: { 'delivered-to': ['a@elsewhere.example', inbox.address] }, text: 'y' });
    await post({ to: [{ name: 'me', email: inbox.address }], text: 'z' });
    expect(await stored()).toBe(3);
  });
});
