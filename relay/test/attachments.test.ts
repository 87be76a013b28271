import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox, InboxId } from '@mayfly/shared/contract/inbox';
import type { Content, MessageId } from '@mayfly/shared/contract/message';
import { expect, test } from 'vitest';
import type { MessageParser } from '../src/core/ports.ts';
import {
  allKinds,
  harmless,
  octetsOf,
  recognisable,
  sampleOf,
  zipOf,
} from './attachment-samples.ts';
import { openInbox, startRelay, type TestRelay } from './harness.ts';
import { base64, commonHead, mail, multipart, part } from './mails.ts';

/** So that a busy machine does not decide what is analysed. */
const env = { MAYFLY_PARSE_DEADLINE_MS: '60000' };

interface Sample {
  readonly name: string;
  readonly type?: string;
  readonly octets: Uint8Array;
}

const text = part({ type: 'text/plain', body: 'Please see the attachments.' });

function attach({ name, type = 'application/octet-stream', octets }: Sample): string {
  const disposition = `attachment; filename="${name}"`;
  const body = base64(octets).replace(/.{76}/g, '$&\r\n');
  return part({ type, encoding: 'base64', disposition, body });
}

const mailWith = (samples: readonly Sample[]) =>
  mail(...commonHead, multipart('mixed', 'b', text, ...samples.map(attach)));

/** Octets that no other sample has, behind those that tell the kind. */
const marked = (octets: Uint8Array, mark: string): Buffer =>
  Buffer.concat([octets, octetsOf(`\n${mark}\n`)]);

interface Received {
  readonly content: Content | null;
  readonly raw: string;
  readonly id: MessageId;
  readonly size: number;
}

async function receive(client: Client, inbox: InboxId): Promise<Received> {
  for (let after; ;) {
    const list = await client.listMessages(inbox, { after, wait: 25 });
    after = list.next;
    const [item] = list.items;
    if (item === undefined || item.change === 'deleted') continue;
    const { id, size, content = null } = item;
    const { bytes } = await client.getRaw(inbox, id);
    const raw = Buffer.from(bytes).toString('latin1');
    await client.deleteMessage(inbox, id);
    return { content, raw, id, size };
  }
}

interface World {
  readonly relay: TestRelay;
  readonly inbox: CreatedInbox;
  readonly client: Client;
}

async function deliver({ relay, inbox, client }: World, raw: Buffer): Promise<Received> {
  await relay.sendRaw(inbox.address, raw);
  return receive(client, inbox.id);
}

/** Each kind by name, under another name, in a zip, under two endings. */
function disguises(kind: string): Sample[] {
  const octets = marked(sampleOf(kind), `mark-${kind}`);
  const whole = recognisable[kind];
  const renamed =
    whole === undefined ? [] : [{ name: 'photo.jpg', type: 'image/jpeg', octets: whole }];
  return [
    { name: `a.${kind}`, octets },
    { name: `a.${kind}. `, octets },
    ...renamed,
    {
      name: 'files.zip',
      type: 'application/zip',
      octets: zipOf({ name: `a.${kind}`, body: octets, isStored: true }),
    },
    { name: `invoice.pdf.${kind}`, type: 'application/pdf', octets },
  ];
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
}

test('no file of a blocked kind can be downloaded', { timeout: 120_000 }, async () => {
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env });
  const world = { relay, ...(await openInbox(relay)) };
  for (const samples of inGroups(allKinds.flatMap(disguises), 90)) {
    const { content, raw, size } = await deliver(world, mailWith(samples));
    expect(content?.text).toBe('Please see the attachments.');
    expect(content?.attachments).toEqual([]);
    expect(content?.removed).toHaveLength(samples.length);
    expect(raw.length).toBe(size);
    for (const { octets } of samples) {
      const packed = base64(octets);
      expect(raw.replace(/\s/g, '')).not.toContain(packed.slice(0, 40));
    }
  }
  // None of it is left in the files of the store either.
  const files = readdirSync(relay.directory).map((name) =>
    readFileSync(join(relay.directory, name)),
  );
  const exe = base64(marked(sampleOf('exe'), 'mark-exe')).slice(0, 76);
  expect(files.some((file) => file.includes(exe))).toBe(false);
});

test('what is harmless can be downloaded, and the original is as it was sent', async () => {
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env });
  const { inbox, client } = await openInbox(relay);
  const samples = Object.entries(harmless).map(([name, [type, octets]]) => ({
    name,
    type,
    octets,
  }));
  const sent = mailWith(samples);
  await relay.sendRaw(inbox.address, sent);
  const { items } = await client.listMessages(inbox.id, { wait: 25 });
  const [item] = items;
  if (item === undefined || item.change === 'deleted' || !item.content) throw new Error('no mail');
  expect(item.content.removed).toEqual([]);
  expect(item.content.attachments.map(({ name }) => name)).toEqual(Object.keys(harmless));
  for (const [index, { octets }] of samples.entries()) {
    const got = await client.getAttachment(inbox.id, item.id, index);
    expect(octets.equals(got.bytes)).toBe(true);
  }
  const raw = await client.getRaw(inbox.id, item.id);
  expect(Buffer.from(raw.bytes).subarray(-sent.length).equals(sent)).toBe(true);
});

test('a mail in a mail brings no program, and the harmless file beside it stays', async () => {
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env });
  const world = { relay, ...(await openInbox(relay)) };
  const evil = { name: 'evil.exe', octets: sampleOf('exe') };
  const inner = part({
    type: 'message/rfc822',
    disposition: 'attachment; filename=inner.eml',
    body: mailWith([evil]).toString('latin1'),
  });
  const note = { name: 'note.txt', type: 'text/plain', octets: octetsOf('a note') };
  const raw = mail(...commonHead, multipart('mixed', 'outer', text, inner, attach(note)));
  const { content, raw: handedOut } = await deliver(world, raw);
  expect(content?.attachments.map(({ name }) => name)).toEqual(['inner.eml', 'note.txt']);
  expect(content?.removed).toMatchObject([{ name: 'evil.exe', reason: 'executable-name' }]);
  expect(handedOut).not.toContain('TVqQ');
});

test('the original of a mail that was not analysed is looked through when it is asked for', async () => {
  const wrapParser = (parser: MessageParser) => ({
    ...parser,
    parse: async () => ({ ok: false, code: 'internal' }) as const,
  });
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env, wrapParser });
  const world = { relay, ...(await openInbox(relay)) };
  const evil = { name: 'evil.exe', octets: sampleOf('exe') };
  const { content, raw } = await deliver(world, mailWith([evil]));
  expect(content).toBeNull();
  expect(raw).toContain('The file "evil.exe"');
  expect(raw).not.toContain('TVqQ');
});

test('the original of a mail that nobody could look through is not handed out', async () => {
  const wrapParser = (parser: MessageParser) => ({
    ...parser,
    parse: async () => ({ ok: false, code: 'overloaded' }) as const,
    examine: async () => ({ ok: false, code: 'overloaded' }) as const,
  });
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env, wrapParser });
  const world = { relay, ...(await openInbox(relay)) };
  await expect(
    deliver(world, mailWith([{ name: 'evil.exe', octets: sampleOf('exe') }])),
  ).rejects.toMatchObject({ code: 'overloaded' });
});

test('the operator says what is taken out', async () => {
  const list = { ...env, MAYFLY_BLOCKED_ATTACHMENTS: '+docm,-exe' };
  await using relay = await startRelay({ sqliteSynchronous: 'OFF', env: list });
  const world = { relay, ...(await openInbox(relay)) };
  const exe = { name: 'a.exe', octets: sampleOf('exe') };
  const docm = { name: 'a.docm', octets: octetsOf('x') };
  const { content } = await deliver(world, mailWith([exe, docm]));
  expect(content?.attachments.map(({ name }) => name)).toEqual(['a.exe']);
  expect(content?.removed).toMatchObject([{ name: 'a.docm', detail: '.docm' }]);
});
