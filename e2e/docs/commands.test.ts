import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inboundSecrets } from '@mayfly/relay/test/route-calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { oneAddress } from '../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { codeBlocks, logicalLines } from './code-blocks.ts';
import { commandTable, noCommands, runByLanguage, runWhole } from './command-table.ts';
import { documents, root } from './documents.ts';
import { type Outcome, shell } from './shell.ts';

/** A remark behind a command begins with ` # `, or with three spaces and more. */
const withoutRemark = (line: string): string => line.replace(/\s+#\s.*$| {3,}\S.*$/, '').trim();

const programs =
  /^(npm|node|docker|git|curl|mayfly|echo|openssl|sqlite3|nc|nslookup|ufw|systemctl|ss|sh|cp|chmod) /;

function commandsInBlocks(document: string): string[] {
  return codeBlocks(document)
    .filter(({ language }) => !runByLanguage.has(language))
    .filter(({ lines }) => !noCommands.some((start) => `${lines.join('\n')}\n`.startsWith(start)))
    .flatMap(logicalLines)
    .map(withoutRemark);
}

/** Code in a line of text, where it begins with the name of a program. */
function commandsInText(document: string): string[] {
  const text = document.replace(/^```[\s\S]*?^```/gm, '').replace(/^ {4}.*$/gm, '');
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return spans.filter((code) => programs.test(code));
}

const found = new Map<string, string>();
for (const [name, document] of documents()) {
  const inBlocks = runWhole.has(name) ? [] : commandsInBlocks(document);
  for (const command of [...inBlocks, ...commandsInText(document)]) found.set(command, name);
}

describe('the table of commands', () => {
  it('has each command of the documents', () => {
    expect(found.size).toBeGreaterThan(40);
    expect([...found].filter(([command]) => !(command in commandTable))).toEqual([]);
  });

  it('has no command that stands in no document', () => {
    expect(Object.keys(commandTable).filter((command) => !found.has(command))).toEqual([]);
  });

  it('names files that are there and have the words of the command', () => {
    const missing = Object.entries(commandTable).flatMap(([command, done]) => {
      if (done === 'here' || 'why' in done) return [];
      const text = readFileSync(path.join(root, done.by), 'utf8');
      return done.words
        .filter((word) => !text.includes(word))
        .map((word) => `${done.by} lacks ${word}, for: ${command}`);
    });
    expect(missing).toEqual([]);
    for (const file of [...runWhole.values(), ...runByLanguage.values()])
      expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('has no block that is no command and stands in no document', () => {
    const blocks = [...documents().values()].flatMap(codeBlocks);
    const begins = (start: string) =>
      blocks.some(({ lines }) => `${lines.join('\n')}\n`.startsWith(start));
    expect(noCommands.filter((start) => !begins(start))).toEqual([]);
  });
});

let relay: RelayProcess;
let folder: string;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-docs-'));
  const store = { MAYFLY_STORE: `sqlite:${path.join(folder, 'mayfly.db')}` };
  const secrets = { MAYFLY_INBOUND_RAW_SECRET: inboundSecrets.raw };
  relay = await startRelay({ ...oneAddress, ...store, ...secrets });
  env = { ...store, MAYFLY_HTTP_PORT: String(relay.http.port) };
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const ran = new Set<string>();

/** npm takes seconds to begin: in the short form one command goes its whole way, and the others by what it calls. */
const withoutNpm = (command: string): string =>
  isLong || / dns /.test(command)
    ? command
    : command.replace('npm run relay --', 'node relay/src/operate/main.ts');

/** Runs a command of the documents, with a person's own words in the place of those that stand for them. */
async function run(
  command: string,
  words: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  ran.add(command);
  const filled = Object.entries(words).reduce(
    (line, [word, own]) => line.replace(word, own),
    command,
  );
  const atRoot = command.startsWith('npm');
  return shell(withoutNpm(filled), { folder: atRoot ? root : folder, env });
}

async function ask(command: string, words?: Readonly<Record<string, string>>): Promise<string> {
  const { status, printed } = await run(command, words);
  expect(status, printed).toBe(0);
  return printed;
}

/** Checks the variables of a command line that would start a relay. */
async function checkStart(command: string): Promise<string> {
  ran.add(command);
  const module = path.join(root, 'relay/src/config.ts');
  const check = `import { parseConfig } from ${JSON.stringify(module)}; console.log(JSON.stringify(parseConfig(process.env)));`;
  await writeFile(path.join(folder, 'check.mjs'), check);
  const { printed } = await shell(command.replace('npm start', 'node check.mjs'), { folder });
  return printed;
}

describe('commands of the documents, as they stand', { timeout: 120_000 }, () => {
  it('dns prints the records', async () => {
    const printed = await ask('npm run relay -- dns mail.example.org --address 203.0.113.25');
    expect(printed).toContain('203.0.113.25');
    const file = path.join(folder, 'zone.txt');
    const words = { '…': 'mail.example.org --address 203.0.113.25', 'zone.txt': file };
    await ask('npm --silent run relay -- dns … --zone > zone.txt', words);
    expect(await readFile(file, 'utf8')).toMatch(/^mail\.example\.org\. 3600 IN MX 10 /m);
  });

  it('pair and access give access, show it and withdraw it', async () => {
    expect(await ask('npm run relay -- pair Anna')).toMatch(/For Anna:[\s\S]*#pair=\S+/);
    expect(await ask('npm run relay -- pair')).toContain('For Browser:');
    const [, id = ''] =
      /Access (\S+) for Anna/.exec(await ask('npm run relay -- access add Anna')) ?? [];
    expect(await ask('npm run relay -- access list')).toContain(`${id}  `);
    await ask('npm run relay -- access remove ID', { ID: id });
    expect(await ask('npm run relay -- access list')).not.toContain(id);
  });

  it("operator shows, saves and deletes what lies in the operator's mailbox", async () => {
    const to = 'postmaster@mayfly.test';
    for (const subject of ['Complaint', 'Report'])
      await sendMail(relay.smtp, { to, subject, text: 'Read me' });
    const ids = async () => [
      ...(await ask('npm run relay -- operator')).matchAll(/^(\S{20}) .*(?:Complaint|Report)/gm),
    ];
    const [first, second] = await until(async () => ((await ids()).length === 2 ? ids() : null), {
      what: 'two mails for the operator',
    });
    const ID = first?.[1] ?? '';
    expect(await ask('npm run relay -- operator show ID', { ID })).toContain('Read me');
    const file = path.join(folder, 'operator.eml');
    await ask('npm run relay -- operator raw ID mail.eml', { ID, 'mail.eml': file });
    expect(await readFile(file, 'utf8')).toMatch(/^Subject: (Complaint|Report)\r$/m);
    await ask('npm run relay -- operator delete ID ID …', { 'ID ID …': `${ID} ${second?.[1]}` });
    expect(await ids()).toEqual([]);
  });

  it('curl brings a raw mail', async () => {
    const { address } = await relay.client.createInbox();
    await writeFile(path.join(folder, 'mail.eml'), 'Subject: Hello\r\n\r\nHello\r\n');
    const command = [...found.keys()].find((each) => each.includes('/v1/inbound/raw')) ?? '';
    const words = {
      'https://mail.example.org': relay.url,
      'Bearer …': `Bearer ${inboundSecrets.raw}`,
      'abc12345@mail.example.org': address,
    };
    expect(await ask(command, words)).toContain('{"repeated":false}');
  });

  it('node copies the embedded store while the relay runs', async () => {
    const command = [...found.keys()].find((each) => each.includes('VACUUM')) ?? '';
    await ask(command, {
      'docker exec mayfly ': '',
      '/data/': `${folder}/`,
      "'/data/": `'${folder}/`,
    });
    expect((await stat(path.join(folder, 'copy.db'))).size).toBeGreaterThan(0);
  });

  it('.env is made of the example, and kept from others', async () => {
    await copyFile(path.join(root, '.env.example'), path.join(folder, '.env.example'));
    await ask('cp .env.example .env');
    await ask('chmod 600 .env');
    expect((await stat(path.join(folder, '.env'))).mode & 0o777).toBe(0o600);
  });

  it('openssl makes a secret that the relay takes', async () => {
    expect(await ask('openssl rand -hex 32')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await ask('echo k1:$(openssl rand -hex 32)')).toMatch(/^k1:[0-9a-f]{64}\n$/);
  });

  it('the lines that start a relay elsewhere have variables that fit together', async () => {
    const starts = [...found.keys()].filter((each) => /^MAYFLY_.* npm start$/.test(each));
    expect(starts).toHaveLength(2);
    for (const command of starts) expect(await checkStart(command)).toContain('"ok":true');
  });
});

it(
  'what `npm start` prints to try it shows the link and the code',
  { timeout: 300_000 },
  async () => {
    const welcome = path.join(root, 'scripts/lib/welcome.mjs');
    ran.add('npm start');
    const words = JSON.stringify({
      smtp: { ...relay.smtp, text: '' },
      http: { text: relay.url },
      extensionFolders: { chrome: 'chrome', firefox: 'firefox' },
    });
    const print = `import { welcome } from ${JSON.stringify(welcome)}; console.log(welcome(${words}));`;
    await writeFile(path.join(folder, 'welcome.mjs'), print);
    const store = `sqlite:${path.join(folder, 'start.db')}`;
    const ports = { MAYFLY_SMTP_PORT: '0', MAYFLY_HTTP_PORT: '0', MAYFLY_STORE: store };
    const start = isLong
      ? shell('npm start', { folder: root, env: ports, untilPrinted: 'Ctrl-C stops the relay' })
      : shell('node welcome.mjs', { folder });
    const { printed } = await start;
    expect(printed).toContain('Mayfly is ready.');
    if (isLong) return;
    const [, snippet = ''] = /\n(inbox=[\s\S]*?)\n\nCtrl-C/.exec(printed) ?? [];
    const { printed: answer } = await shell(snippet, { folder });
    expect(answer).toContain('https://shop.example.org/verify?token=b81f6c2e94d7');
    expect(answer).toContain('"value":"481205"');
  },
);

it('what the table says is run here was run', () => {
  const here = Object.keys(commandTable).filter((command) => commandTable[command] === 'here');
  expect([...ran].toSorted()).toEqual(here.toSorted());
});
