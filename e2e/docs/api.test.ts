import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { waitForLink } from '@mayfly/shared/client/wait-for-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { codeIn, pairingLink } from '../fixtures/pairing.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';
import { shell } from './shell.ts';

const page = documents().get('docs/api.md') ?? '';
const secret = 'secret-of-a-way-in-'.repeat(2);
const raw = 'From: shop@sender.example\r\nSubject: Hello\r\n\r\nHello\r\n';

/** The section of each route: its example, and the status that it promises. */
const sections = page
  .split(/\n(?=### (?:GET|POST|PATCH|DELETE) )/)
  .slice(1)
  .map((section) => ({
    title: section.slice(4, section.indexOf('\n')),
    status: /^Answers (\d{3}) /m.exec(section)?.[1] ?? '',
    example: codeBlocks(section)[0]?.lines.join('\n') ?? '',
  }));

let relay: RelayProcess;
let folder: string;
/** What a first browser has, and a code for the next one. */
let shared: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-docs-'));
  await writeFile(path.join(folder, 'mail.eml'), raw);
  // So that curl tells how it was answered.
  await writeFile(path.join(folder, '.curlrc'), 'write-out = "\\n%{http_code}"\n');
  relay = await startRelay({
    MAYFLY_INBOUND_RAW_SECRET: secret,
    MAYFLY_INBOUND_IMPROVMX_SECRET: secret,
    MAYFLY_INBOXES_PER_HOUR: '100',
  });
  const [first, next] = await Promise.all([
    pairingLink(relay, 'Anna').then((link) => relay.client.pair(codeIn(link))),
    pairingLink(relay, 'Ben'),
  ]);
  shared = { access: first.token, accessId: first.access.id, code: codeIn(next) };
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** An inbox with a mail that has a link and an attachment, and what the examples call its parts. */
async function inboxVariables(): Promise<Record<string, string>> {
  const { id, address, token, restoreKey, ...rest } = await relay.client.createInbox();
  const text = 'Please confirm your address: https://shop.example/verify?token=b81f6c2e94d7';
  const attachments = [{ filename: 'terms.txt', content: 'Terms' }];
  await sendMail(relay.smtp, { to: address, subject: 'Confirm', text, attachments });
  await waitForLink(relay.client, { id, address, token, ...rest });
  const { items } = await relay.client.listMessages(id, { token });
  const { jti } = await relay.client.createToken(id, { scope: 'read' }, { token });
  return { id, address, token, restoreKey, jti, mid: items[0]?.id ?? '' };
}

async function run(example: string, untilPrinted?: string) {
  const env = {
    ...(await inboxVariables()),
    ...shared,
    relay: relay.url,
    secret,
    CURL_HOME: folder,
  };
  return shell(example, { folder, env, ...(untilPrinted !== undefined && { untilPrinted }) });
}

const answered = sections.filter(({ status }) => status !== '');

it('has an example for each route', () => {
  expect(sections.length).toBeGreaterThan(20);
  expect(sections.filter(({ example }) => example === '')).toEqual([]);
  expect(sections.length - answered.length).toBe(1);
});

it.each(answered)('the example of $title is answered $status', async ({ example, status }) => {
  const { printed } = await run(example);
  expect(printed.split('\n').at(-1), printed).toBe(status);
});

it('the example of GET /v1/live is told of the mail', async () => {
  const example = sections.find(({ title }) => title === 'GET /v1/live')?.example ?? '';
  const { printed } = await run(example, '"type":"ready"');
  expect(printed).toContain('"type":"message"');
});

it('the first lines of the examples take out of the answer what the others use', async () => {
  const [first] = codeBlocks(page);
  const script = [...(first?.lines ?? []), 'echo "$id $address $token $restoreKey"'].join('\n');
  const { printed } = await shell(script.replace('http://127.0.0.1:3000', relay.url), { folder });
  expect(printed).toMatch(/^[a-z0-9]{16}-[a-z0-9]{16} [a-z0-9]{8}@mayfly\.test eyJ\S+ \S{20,}\n$/);
});
