import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CreatedInbox, type InboxId, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { Cursor, MessageId } from '@mayfly/shared/contract/message';
import { newSealingKeys, type Open, opener } from '@mayfly/shared/sealing/hpke';
import { openDownload, openMessage, type OpenedMessage } from '@mayfly/shared/sealing/open-message';
import { type SealedPartName, sealingPlace } from '@mayfly/shared/sealing/place';
import { expect, test } from 'vitest';
import { startRelay, type TestRelay } from './harness.ts';
import { startRedis } from './redis-server.ts';

const canaries = {
  subject: 'canary-subject-5831',
  header: 'canary-header-9917',
  text: 'canary-text-2764',
  link: 'canary-link-0b52d7aa81',
  code: '580214',
  file: 'canary-file-1192',
};

const mail = {
  subject: `Confirm your account ${canaries.subject}`,
  headers: { 'X-Canary': canaries.header },
  text: `Welcome ${canaries.text}. Your code is ${canaries.code}.\n\nConfirm your e-mail: https://shop.example/verify?token=${canaries.link}\n`,
  attachments: [{ filename: 'terms.txt', content: canaries.file.repeat(20) }],
};

async function openSealed(relay: TestRelay): Promise<{ inbox: CreatedInbox; open: Open }> {
  const { publicKey, privateKey } = await newSealingKeys();
  const inbox = await relay.client.createInbox({ publicKey });
  return { inbox, open: await opener(privateKey) };
}

/** The first message, once it is analysed; on a slow machine it is shown before. */
async function first(relay: TestRelay, { id, token }: CreatedInbox, open: Open | null) {
  for (let after: Cursor | undefined; ;) {
    const { items, next } = await relay.clientFor(token).listMessages(id, { after, wait: 25 });
    const [item] = items;
    if (item === undefined || item.change === 'deleted') throw new Error('There is no message');
    if (item.state === 'analysed') return { item, opened: await openMessage(id, item, open) };
    after = next;
  }
}

async function download(
  relay: TestRelay,
  { inbox, open }: { inbox: CreatedInbox; open: Open },
  mid: MessageId,
  part: SealedPartName,
) {
  const client = relay.clientFor(inbox.token);
  const { bytes } =
    part === 'raw'
      ? await client.getRaw(inbox.id, mid)
      : await client.getAttachment(inbox.id, mid, Number(part.slice('attachment-'.length)));
  return Buffer.from(await openDownload(bytes, sealingPlace(inbox.id, mid, part), open)).toString();
}

/** A relay, and all octets that its store has on disk: Redis keeps everything in its append-only file. */
type Place = { readonly relay: TestRelay; readonly files: () => Buffer } & AsyncDisposable;

async function onSqlite(): Promise<Place> {
  const relay = await startRelay();
  const dispose = () => relay[Symbol.asyncDispose]();
  return { relay, files: () => filesOf(relay.directory), [Symbol.asyncDispose]: dispose };
}

async function onRedis(): Promise<Place> {
  const redis = await startRedis();
  const env = { MAYFLY_STORE: redis.url, MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };
  const relay = await startRelay({ env });
  return {
    relay,
    files: () => filesOf(redis.folder),
    async [Symbol.asyncDispose]() {
      await relay[Symbol.asyncDispose]();
      await redis.dispose();
    },
  };
}

const places: [string, () => Promise<Place>][] = [
  ['SQLite', onSqlite],
  ['Redis', onRedis],
];

const filesOf = (directory: string) =>
  Buffer.concat(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name))),
  );

/** In the forms in which texts stand in mails. */
const formsOf = (text: string) => [text, Buffer.from(text).toString('base64').slice(0, -4)];

function found(octets: Buffer): string[] {
  return Object.values(canaries).filter((text) =>
    formsOf(text).some((form) => octets.includes(form)),
  );
}

const picks = ({ content }: OpenedMessage) => [
  content?.links.map(({ url }) => url),
  content?.codes.map(({ value }) => value),
];
const expected = [[`https://shop.example/verify?token=${canaries.link}`], [canaries.code]];

test.each(places)(
  'mail to an inbox with a key is read by its owner, and nothing of it stands in the files of %s',
  async (_, start) => {
    await using place = await start();
    const { relay, files } = place;
    const { inbox, open } = await openSealed(relay);
    expect(inbox.sealed).toBe(true);
    await relay.send(inbox.address, mail);
    const { item, opened } = await first(relay, inbox, open);
    expect(item).not.toHaveProperty('content');
    expect(picks(opened)).toEqual(expected);
    expect(opened.content?.subject).toBe(mail.subject);
    const owner = { inbox, open };
    expect(await download(relay, owner, item.id, 'raw')).toContain(canaries.header);
    expect(await download(relay, owner, item.id, 'attachment-0')).toContain(canaries.file);
    expect(files().includes(inbox.address)).toBe(true);
    expect(found(files())).toEqual([]);
    await relay.stop();
    expect(found(files())).toEqual([]);
  },
);

test.each(places)(
  'mail to an inbox without a key stands in the files of %s until it ends',
  async (_, start) => {
    await using place = await start();
    const { relay, files } = place;
    const inbox = await relay.client.createInbox();
    await relay.send(inbox.address, mail);
    await first(relay, inbox, null);
    expect(found(files())).toContain(canaries.text);
    await relay.clientFor(inbox.token).deleteInbox(inbox.id);
    await relay.relay.cleanup();
    await relay.stop();
    expect(found(files())).toEqual([]);
  },
);

test.each<[string, (inbox: InboxId) => InboxId]>([
  ['another key', (inbox) => inbox],
  [
    'another inbox',
    (inbox) => inboxIdSchema.parse(`${inbox.slice(0, -1)}${inbox.endsWith('a') ? 'b' : 'a'}`),
  ],
])('a message that was sealed for %s is shown as not analysed', async (what, place) => {
  await using relay = await startRelay();
  const { inbox, open } = await openSealed(relay);
  await relay.send(inbox.address, mail);
  const other = what === 'another key' ? await opener((await newSealingKeys()).privateKey) : open;
  const { item } = await first(relay, inbox, open);
  const opened = await openMessage(place(inbox.id), item, other);
  expect([opened.state, opened.content]).toEqual(['unanalysed', null]);
});

test.each(['A'.repeat(43), `AQ${'A'.repeat(41)}`])(
  'a key to which nothing can be sealed is refused: %s',
  async (publicKey) => {
    await using relay = await startRelay();
    await expect(relay.client.createInbox({ publicKey })).rejects.toMatchObject({
      code: 'invalid-request',
      problem: { fields: [{ path: 'publicKey' }] },
    });
  },
);
