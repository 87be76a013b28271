import { expect, test } from 'vitest';
import { emailAddressSchema, inboxIdSchema } from '../contract/inbox.ts';
import { createClient } from './client.ts';
import { NothingCameError, waitForCode, waitForLink, waitForMessage } from './wait-for-mail.ts';

const inbox = {
  id: inboxIdSchema.parse('abcdefgh01234567-abcdefgh01234567'),
  address: emailAddressSchema.parse('anna@relay.example'),
  token: 't1',
  sealed: false,
};
const link = {
  url: 'https://shop.example/verify',
  text: 'Go',
  kind: 'verify',
  score: 1,
  reasons: [],
};
const code = { value: '123456', score: 1, reasons: [] };

const item = (letter: string, content: object | null) => ({
  change: 'new',
  id: letter.repeat(20),
  receivedAt: '2027-01-01T00:00:00.000Z',
  size: 100,
  state: content === null ? 'unanalysed' : 'analysed',
  seen: false,
  content: content && {
    subject: `Mail ${letter}`,
    from: null,
    to: [],
    replyTo: [],
    date: null,
    messageId: null,
    headers: [],
    text: null,
    html: null,
    truncated: false,
    preview: '',
    links: [],
    codes: [],
    attachments: [],
    ...content,
  },
});

/** A relay that answers each request with the next of these lists, held requests after the seconds they ask for. */
function relayWith(...answers: (readonly object[])[]) {
  const asked: URL[] = [];
  let now = 0;
  const client = createClient({
    baseUrl: 'https://relay.example',
    fetch: async (url, { signal }) => {
      signal?.throwIfAborted();
      const items = answers[asked.length] ?? [];
      asked.push(new URL(url));
      if (items.length === 0) now += Number(asked.at(-1)?.searchParams.get('wait')) * 1000;
      const next = `c${asked.length}`;
      const expiresAt = '2027-01-01T01:00:00.000Z';
      return Response.json({ items, next, timedOut: items.length === 0, expiresAt });
    },
  });
  return { client, asked, clock: () => now };
}

test('gives the link of the first mail that has one', async () => {
  const { client, asked, clock } = relayWith([item('a', {})], [], [item('b', { links: [link] })]);
  expect(await waitForLink(client, inbox, { clock })).toMatchObject(link);
  expect(asked.map(({ searchParams }) => searchParams.get('after'))).toEqual([null, 'c1', 'c2']);
});

test('gives the code of the first mail that has one', async () => {
  const { client, clock } = relayWith([item('a', { links: [link] }), item('b', { codes: [code] })]);
  expect(await waitForCode(client, inbox, { clock })).toEqual(code);
});

test('gives the message that is accepted, and takes no other', async () => {
  const { client, clock } = relayWith([item('a', {}), item('b', {})]);
  const accept = ({ content }: { content: { subject: string } | null }) =>
    content?.subject === 'Mail b';
  const message = await waitForMessage(client, inbox, { accept, clock });
  expect(message.content?.subject).toBe('Mail b');
});

test('asks for as long as there is time, and never for longer than a relay holds', async () => {
  const { client, asked, clock } = relayWith();
  const waiting = waitForLink(client, inbox, { seconds: 60, clock });
  await expect(waiting).rejects.toBeInstanceOf(NothingCameError);
  expect(asked.map(({ searchParams }) => searchParams.get('wait'))).toEqual(['25', '25', '10']);
});

test('says that no mail came at all', async () => {
  const { client, clock } = relayWith();
  await expect(waitForLink(client, inbox, { seconds: 5, clock })).rejects.toThrow(
    'No mail with a link to confirm came to anna@relay.example within 5 s; no mail came at all',
  );
});

test('says what came instead', async () => {
  const { client, clock } = relayWith([item('a', { links: [link] }), item('b', null)]);
  const waiting = waitForCode(client, inbox, { seconds: 5, clock });
  await expect(waiting).rejects.toThrow('there came "Mail a", one that could not be read');
  await expect(waiting).rejects.toMatchObject({ code: 'nothing-came' });
});

test('takes a mail that was analysed late', async () => {
  const late = { ...item('a', { links: [link] }), change: 'updated' };
  const { client, clock } = relayWith([item('a', null)], [late]);
  expect(await waitForLink(client, inbox, { clock })).toMatchObject(link);
});

test('begins after the cursor that it is given', async () => {
  const { client, asked, clock } = relayWith();
  const { next } = await client.listMessages(inbox.id);
  await waitForLink(client, inbox, { after: next, seconds: 1, clock }).catch(() => undefined);
  expect(asked[1]?.searchParams.get('after')).toBe(next);
});

test('refuses at once to wait for sealed mail without its key', async () => {
  const { client, asked } = relayWith();
  await expect(waitForLink(client, { ...inbox, sealed: true })).rejects.toThrow('sealed');
  expect(asked).toEqual([]);
});

test('ends with the reason of the signal', async () => {
  const { client } = relayWith();
  const signal = AbortSignal.abort(new Error('closed by hand'));
  await expect(waitForLink(client, inbox, { signal })).rejects.toThrow('closed by hand');
});
