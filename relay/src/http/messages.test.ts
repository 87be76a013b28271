import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageList } from '@mayfly/shared/contract/message';
import { wrapPlain, wrapSealed } from '../core/envelope.ts';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { aCode, aLink, contentPart, sampleContent, sampleRaw } from '../../test/http-samples.ts';

let relay: HttpFixture;
let inbox: CreatedInbox;
beforeAll(async () => (relay = await startHttp()));
afterAll(() => relay[Symbol.asyncDispose]());
beforeEach(async () => (inbox = await relay.createInbox()));

const messages = (query = '') => `/v1/inboxes/${inbox.id}/messages${query}`;
const get = (query: string) => relay.call(messages(query), { token: inbox.token });
const changes = (list: MessageList) => list.items.map(({ change, id }) => [change, id]);
const publicKey = 'k'.repeat(43);

describe('the list', () => {
  test('of an empty inbox is empty, with a cursor to go on from', async () => {
    const list = await relay.list(inbox);
    expect(list).toEqual({
      items: [],
      next: expect.any(String),
      timedOut: false,
      expiresAt: inbox.expiresAt,
      publicKey: null,
    });
    const mid = await relay.addMessage(inbox.id);
    expect(changes(await relay.list(inbox, `?after=${list.next}`))).toEqual([['new', mid]]);
  });

  test('tells what changed after the cursor, and nothing twice', async () => {
    const mid = await relay.addMessage(inbox.id);
    const first = await relay.list(inbox);
    expect(changes(first)).toEqual([['new', mid]]);
    const patch = { method: 'PATCH', token: inbox.token, body: { seen: true } };
    expect((await relay.call(messages(`/${mid}`), patch)).json).toMatchObject({
      id: mid,
      seen: true,
    });
    const second = await relay.list(inbox, `?after=${first.next}`);
    expect(second.items).toMatchObject([{ change: 'updated', id: mid, seen: true }]);
    await relay.call(messages(`/${mid}`), { method: 'DELETE', token: inbox.token });
    const third = await relay.list(inbox, `?after=${second.next}`);
    expect(third.items).toEqual([{ change: 'deleted', id: mid }]);
    expect((await relay.list(inbox, `?after=${third.next}`)).items).toEqual([]);
    expect((await relay.list(inbox)).items).toEqual([]);
  });

  test('is read in pages, on each of which what is not yet known is new', async () => {
    const mids = [];
    for (let i = 0; i < 3; i += 1) mids.push(await relay.addMessage(inbox.id));
    await relay.call(messages(`/${mids[0]}`), {
      method: 'PATCH',
      token: inbox.token,
      body: { seen: true },
    });
    const seen: unknown[] = [];
    let query = '?limit=1';
    for (let page = 0; page < 3; page += 1) {
      const list = await relay.list(inbox, query);
      seen.push(...changes(list));
      query = `?limit=1&after=${list.next}`;
    }
    expect(seen).toEqual([
      ['new', mids[1]],
      ['new', mids[2]],
      ['new', mids[0]],
    ]);
    expect((await relay.list(inbox, query)).items).toEqual([]);
  });

  test('is cut before it has much more than 4 MB, and goes on from there', async () => {
    const text = 'x'.repeat(1_500_000);
    for (let i = 0; i < 4; i += 1) await relay.addMessage(inbox.id, sampleContent({ text }));
    const first = await relay.list(inbox);
    expect(first.items.length).toBeLessThan(4);
    const second = await relay.list(inbox, `?after=${first.next}`);
    expect(first.items.length + second.items.length).toBe(4);
  });

  test('can be of messages with a link or with a code alone', async () => {
    await relay.addMessage(inbox.id);
    const link = await relay.addMessage(inbox.id, sampleContent({ links: [aLink] }));
    const code = await relay.addMessage(inbox.id, sampleContent({ codes: [aCode] }));
    await relay.addMessage(inbox.id, null);
    expect(changes(await relay.list(inbox, '?has=link'))).toEqual([['new', link]]);
    expect(changes(await relay.list(inbox, '?has=code&limit=1'))).toEqual([['new', code]]);
    const reply = await get('?has=picture');
    expect([reply.status, reply.json]).toMatchObject([400, { code: 'invalid-request' }]);
  });

  test.each([
    '?after=x',
    '?after=',
    '?wait=26',
    '?wait=-1',
    '?wait=x',
    '?limit=0',
    '?limit=101',
    '?limit=1&limit=2',
    '?colour=red',
  ])('refuses %s', async (query) => {
    expect((await get(query)).json).toMatchObject({ code: 'invalid-request' });
  });

  test('refuses the cursor of another inbox', async () => {
    const { next } = await relay.list(await relay.createInbox());
    expect((await get(`?after=${next}`)).json).toMatchObject({
      code: 'invalid-request',
      fields: [{ path: 'after' }],
    });
  });

  test('says that a cursor is too old, and where to go on', async () => {
    const first = await relay.addMessage(inbox.id);
    const { next } = await relay.list(inbox);
    const { id } = inbox;
    const addAndDelete = async () => relay.store.deleteMessage(id, await relay.addMessage(id));
    // All at once, so that one commit serves many: more than the store remembers.
    await Promise.all(Array.from({ length: 201 }, addAndDelete));
    const reply = await get(`?after=${next}`);
    expect([reply.status, reply.json]).toMatchObject([410, { code: 'cursor-expired' }]);
    const fresh = JSON.parse(reply.text).next;
    expect(changes(await relay.list(inbox, `?after=${fresh}`))).toEqual([['new', first]]);
  });

  test('says that a cursor is from a future that was lost', async () => {
    await relay.addMessage(inbox.id);
    const { next } = await relay.list(inbox);
    const ahead = next.replace(/.$/, '9');
    expect((await get(`?after=${ahead}`)).json).toMatchObject({ code: 'cursor-expired' });
  });
});

describe('a message', () => {
  test('can be read, marked and deleted', async () => {
    const mid = await relay.addMessage(inbox.id);
    const manage = { token: inbox.token };
    const read = async () => (await relay.call(messages(`/${mid}`), manage)).json;
    expect(await read()).toMatchObject({ id: mid, seen: false, content: { subject: 'Hello' } });
    await relay.call(messages(`/${mid}`), { ...manage, method: 'PATCH', body: { seen: true } });
    expect(await read()).toMatchObject({ seen: true });
    const remove = () => relay.call(messages(`/${mid}`), { ...manage, method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect(await read()).toMatchObject({ code: 'not-found' });
    expect((await remove()).json).toMatchObject({ code: 'not-found' });
  });

  test('that was not analysed has its raw form to download', async () => {
    const mid = await relay.addMessage(inbox.id, null);
    const read = await relay.call(messages(`/${mid}`), { token: inbox.token });
    expect(read.json).toMatchObject({ state: 'unanalysed', content: null });
    const raw = await relay.call(messages(`/${mid}/raw`), { token: inbox.token });
    expect(raw.text).toBe(sampleRaw);
    expect(raw.headers.get('content-type')).toBe('message/rfc822');
    expect(raw.headers.get('content-disposition')).toContain(`filename="${mid}.eml"`);
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('hands its attachments out as downloads, whatever they say they are', async () => {
    const name = 'bad"\r\nname/../ü.html';
    const attachment = { index: 0, name, type: 'text/html', size: 4, inline: false };
    const content = sampleContent({ attachments: [attachment] });
    const parts = new Map([['attachment-0' as const, wrapPlain(Buffer.from('<p>x'))]]);
    const mid = await relay.addMessage(inbox.id, content, parts);
    const got = await relay.call(messages(`/${mid}/attachments/0`), { token: inbox.token });
    expect(got.text).toBe('<p>x');
    expect(got.headers.get('content-type')).toBe('application/octet-stream');
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="bad___name_..__.html"; filename*=UTF-8''bad%22__name_.._%C3%BC.html`,
    );
    expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const none = await relay.call(messages(`/${mid}/attachments/1`), { token: inbox.token });
    expect(none.json).toMatchObject({ code: 'not-found' });
  });
});

describe('a sealed inbox', () => {
  const sealedPart = wrapSealed(new Uint8Array(32), Uint8Array.of(1, 2, 3));
  beforeEach(async () => (inbox = await relay.createInbox({ publicKey })));

  test('hands its messages on sealed', async () => {
    await relay.addMessage(inbox.id, null, new Map([['content' as const, sealedPart]]));
    const list = await relay.list(inbox);
    expect(list.items[0]).toMatchObject({ sealed: { content: { v: 1, ct: 'AQID' } } });
    expect(list.items[0]).not.toHaveProperty('content');
  });

  test('cannot be filtered by the relay', async () => {
    const reply = await get('?has=link');
    expect([reply.status, reply.json]).toMatchObject([400, { code: 'filter-needs-plain' }]);
  });

  test('hands a sealed attachment out as it is stored', async () => {
    const parts = new Map([['attachment-0' as const, sealedPart]]);
    const mid = await relay.addMessage(inbox.id, null, parts);
    const got = await relay.call(messages(`/${mid}/attachments/0`), { token: inbox.token });
    expect(Buffer.from(got.text).equals(Buffer.from(sealedPart))).toBe(true);
  });
});

test('content of a form that is not known is shown as not analysed', async () => {
  const parts = new Map([['content' as const, contentPart({ subject: 7 })]]);
  await relay.addMessage(inbox.id, null, parts);
  expect((await relay.list(inbox)).items).toMatchObject([{ state: 'unanalysed', content: null }]);
});
