import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { startRelay } from '../../test/harness.ts';
import { type MailSide, startMailSide } from '../../test/mail-side.ts';
import { connectSmtp } from '../../test/smtp-client.ts';
import { createSqliteStore } from '../store/sqlite.ts';
import { runOperator } from './operator.ts';

async function write(side: MailSide, recipient: string, mail: string): Promise<void> {
  const client = await connectSmtp(side.port);
  await client.readReply();
  for (const line of ['EHLO x', 'MAIL FROM:<a@fern.example>', `RCPT TO:<${recipient}>`, 'DATA'])
    await client.ask(line);
  expect((await client.ask(`${mail}\r\n.`)).code).toBe(250);
  client.close();
  await side.delivery.drain();
}

async function run(side: MailSide, ...words: string[]) {
  const lines: string[] = [];
  const written: Uint8Array[] = [];
  const status = await runOperator(
    {
      store: side.store,
      print: (line) => void lines.push(line),
      write: (octets) => void written.push(octets),
      save: (file, octets) => writeFile(file, octets, { flag: 'wx' }),
    },
    words,
  );
  return { status, lines, written: Buffer.concat(written).toString() };
}

const idOf = (line = ''): string => line.split(' ', 1)[0] ?? '';

test('says so when nobody has written', async () => {
  await using side = await startMailSide();
  expect(await run(side)).toMatchObject({
    status: 0,
    lines: ['Your mailbox is empty: nobody has written to postmaster@ or abuse@.'],
  });
});

test('lists, shows and deletes what came to postmaster and abuse', async () => {
  await using side = await startMailSide();
  await write(side, 'Postmaster', 'From: A <a@fern.example>\r\nSubject: First\r\n\r\none');
  await write(side, 'abuse@mayfly.test', 'Subject: Second\r\n\r\ntwo');
  const { lines } = await run(side, 'list');
  expect(lines).toEqual([
    expect.stringMatching(
      /^[a-z0-9]{20} 2030-01-01T00:00:00\.000Z \d+ B A <a@fern\.example> First$/,
    ),
    expect.stringMatching(/ \(no sender\) Second$/),
  ]);
  const shown = await run(side, 'show', idOf(lines[0]));
  expect(shown.lines).toContain('Subject: First');
  expect(shown.lines.at(-1)).toBe('one\n');
  expect(await run(side, 'delete', idOf(lines[0]), idOf(lines[1]))).toMatchObject({ status: 0 });
  expect((await run(side, 'list')).lines[0]).toContain('is empty');
  for (const verb of ['show', 'raw', 'delete'])
    expect(await run(side, verb, idOf(lines[0]))).toMatchObject({ status: 1, written: '' });
});

test('hands a message out as it came, to standard output or to a new file', async () => {
  await using side = await startMailSide();
  await write(side, 'abuse@mayfly.test', 'Subject: \x1b[31mraw\r\n\r\n\x07');
  const id = idOf((await run(side, 'list')).lines[0]);
  const { written, lines } = await run(side, 'raw', id);
  expect(written).toMatch(/^Return-Path: <a@fern\.example>\r\n/);
  expect(written).toContain('\r\nSubject: \x1b[31mraw\r\n\r\n\x07');
  expect(lines).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'mayfly-operator-'));
  const file = join(folder, 'mail.eml');
  await run(side, 'raw', id, file);
  expect(readFileSync(file, 'utf8')).toBe(written);
  await expect(run(side, 'raw', id, file)).rejects.toMatchObject({ code: 'EEXIST' });
  rmSync(folder, { recursive: true });
});

test('lets nothing through that a terminal would obey', async () => {
  await using side = await startMailSide();
  const evil = '\x1b]0;owned\x07\x9b31m\u202e';
  await write(
    side,
    'abuse@mayfly.test',
    `From: "${evil}" <a@fern.example>\r\nSubject: ${evil}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nbody ${evil}`,
  );
  const { lines } = await run(side, 'list');
  const shown = await run(side, 'show', idOf(lines[0]));
  const all = [...lines, ...shown.lines].join('');
  expect(all).toContain('body');
  expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test.each([
  ['frob'],
  ['show'],
  ['list', 'x'],
  ['show', 'a'.repeat(20), 'b'],
  ['raw', 'a'.repeat(20), 'b', 'c'],
])('answers %s %s with its usage', async (...words) => {
  await using side = await startMailSide();
  const { status, lines } = await run(side, ...words);
  expect([status, lines.join('\n')]).toEqual([64, expect.stringContaining('operator show ID')]);
});

test('names an id that is none', async () => {
  await using side = await startMailSide();
  const { status, lines } = await run(side, 'show', '\x1b[2J');
  expect([status, lines]).toEqual([
    1,
    ['There is no message \ufffd[2J; `operator list` shows which there are.'],
  ]);
});

test('works beside a running relay, and after its secret was changed', async () => {
  const env = { MAYFLY_SECRET: `k1:${'a'.repeat(32)}` };
  await using relay = await startRelay({ env });
  await relay.send('abuse@mayfly.test', { subject: 'Before' });
  await relay.stop();
  await using next = await startRelay({
    directory: relay.directory,
    env: { MAYFLY_SECRET: `k2:${'b'.repeat(32)}`, MAYFLY_DOMAINS: 'other.test' },
  });
  await next.send('Postmaster@other.test', { subject: 'After' });
  const path = join(relay.directory, 'mayfly.db');
  const store = await createSqliteStore({ path, clock: Date.now });
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const deps = { store, print, write: () => undefined, save: async () => undefined };
  // What came last becomes visible after its analysis.
  while (lines.length < 2) {
    lines.length = 0;
    await runOperator(deps, ['list']);
  }
  expect(lines.map((line) => / (\S+)$/.exec(line)?.[1])).toEqual(['Before', 'After']);
  await runOperator(deps, ['delete', ...lines.map(idOf)]);
  lines.length = 0;
  await runOperator(deps, ['list']);
  expect(lines[0]).toContain('is empty');
  await store.close();
});
