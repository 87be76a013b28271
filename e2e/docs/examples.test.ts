import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { documents, root } from './documents.ts';

const folder = 'docs/examples';
const examples = readdirSync(path.join(root, folder))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `${folder}/${name}`);

let relay: RelayProcess;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay[Symbol.asyncDispose]());

/** Runs it as a person does, mails to the address that it prints, and gives all that it printed. */
async function run(example: string): Promise<string> {
  const child = spawn(process.execPath, [example], {
    cwd: root,
    env: { PATH: process.env['PATH'], RELAY: relay.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = text(child.stdout);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /\S+@\S+/.exec(String(chunk))?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before the mail`)));
  });
  const link = 'https://shop.example/verify?token=b81f6c2e94d7';
  const body = `Please confirm your address: ${link}`;
  await sendMail(relay.smtp, { to: address, subject: 'Please confirm your address', text: body });
  return printed;
}

it.each(examples)('%s prints the link of the mail that came', async (example) => {
  expect(await run(example)).toContain('Confirm at https://shop.example/verify?token=b81f6c2e94d7');
});

it.each(examples)('%s stands in the documents word by word', (example) => {
  const source = readFileSync(path.join(root, example), 'utf8');
  const shown = `<!-- ${example} -->\n\`\`\`ts\n${source}\`\`\``;
  const showing = [...documents()].filter(([, document]) => document.includes(shown));
  expect(showing, `no document shows ${example} as it is`).toHaveLength(1);
});
