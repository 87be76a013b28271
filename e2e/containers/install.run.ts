import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import { type Client, createClient } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectSender } from '../faults/sender.ts';
import { until } from '../fixtures/until.ts';
import { root } from './compose-file.ts';
import { createProject, engine, exitCodeOf, type Project, startOf } from './engine.ts';
import { ask, fetchThrough, type Front } from './front.ts';
import { mailOverTls, startTls, watchLive } from './watchers.ts';

const smtpPort = 12525;
const httpPort = 18080;
const httpsPort = 18443;
const name = 'mail.mayfly.test';

/** The four lines of `.env`, and what a machine without a name on the internet needs instead of port and authority. */
const settings = [
  'MAYFLY_DOMAINS=mayfly.test',
  `MAYFLY_SMTP_NAME=${name}`,
  `FRONT_NAMES=${name}, mta-sts.mayfly.test`,
  `MAYFLY_SECRET=k1:${'5'.repeat(64)}`,
  'FRONT_ISSUER=internal',
  'FRONT_ISSUER_FOLDER=local',
  `SMTP_PORT=${smtpPort}`,
  `HTTP_PORT=${httpPort}`,
  `HTTPS_PORT=${httpsPort}`,
  'MAYFLY_VERDICTS=off',
];

let project: Project;
let front: Front;
let client: Client;
let inbox: CreatedInbox;

const up = (...services: string[]) => project.compose('up', '-d', '--no-build', ...services);
const health = () => project.exec('relay', 'mayfly', 'health', '--ready').catch(() => '');
const isReady = () =>
  until(async () => (await health()).includes('"status":"ready"'), {
    what: 'a relay that can take mail',
    seconds: 90,
    everyMs: 500,
  });

async function offersTls(): Promise<boolean> {
  const smtp = await connectSmtp(smtpPort);
  await smtp.readReply();
  const { lines } = await smtp.ask('EHLO client.example');
  smtp.close();
  return lines.some((line) => line.endsWith('STARTTLS'));
}

async function send(subject: string): Promise<number> {
  const sender = await connectSender(smtpPort);
  try {
    return await sender.send({ to: inbox.address, subject });
  } finally {
    sender.close();
  }
}

async function subjects(): Promise<readonly string[]> {
  const { items } = await client.listMessages(inbox.id, { token: inbox.token });
  return items.flatMap((item) => (item.change === 'deleted' ? [] : (item.content?.subject ?? [])));
}

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-compose-'));
  await copyFile(path.join(root, 'docker-compose.yml'), path.join(folder, 'docker-compose.yml'));
  await writeFile(path.join(folder, '.env'), `${settings.join('\n')}\n`);
  project = createProject('mayflytry', folder);
  await project.remove();
  await up('redis', 'relay');
  await isReady();
});
afterAll(async () => {
  await project.remove();
  await rm(project.folder, { recursive: true });
});

it('takes mail without TLS as long as there is no certificate', async () => {
  expect(await offersTls()).toBe(false);
});

it('offers STARTTLS within a minute of the front, without a restart', async () => {
  const started = await startOf(await project.container('relay'));
  await up('front');
  await until(offersTls, { what: 'STARTTLS', seconds: 60, everyMs: 500 });
  expect(await startOf(await project.container('relay'))).toBe(started);
  const ca = await project.exec('front', 'cat', '/certificates/pki/authorities/local/root.crt');
  front = { name, port: httpsPort, ca };
});

it('serves the web inbox and the policy over TLS, and leads there from http', async () => {
  const at = (host: string, where: string) =>
    ask(new URL(`https://${host}:${httpsPort}${where}`), front);
  expect(await (await at(name, '/')).text()).toContain('<title>Mayfly</title>');
  const policy = await until(
    () => at('mta-sts.mayfly.test', '/.well-known/mta-sts.txt').catch(() => null),
    { what: 'a certificate for the policy', seconds: 60 },
  );
  expect(await policy.text()).toContain(`mx: ${name}`);
  const { status, headers } = await ask(new URL(`http://${name}:${httpPort}/x`), {});
  expect([status, headers.get('location')]).toEqual([308, `https://${name}/x`]);
});

it('brings a mail to those who wait at the front, by long-poll and WebSocket', async () => {
  const said = await project.exec('relay', 'mayfly', 'access', 'add', 'Test');
  const [accessToken] = /^\S{60,}$/m.exec(said) ?? [];
  const baseUrl = `https://${name}:${httpsPort}`;
  client = createClient({
    baseUrl,
    fetch: fetchThrough(front),
    accessToken,
  });
  inbox = await client.createInbox({ ttlMinutes: 60 });
  const { token } = inbox;
  const live = await watchLive(front, token);
  const polled = client.listMessages(inbox.id, { token, wait: 25 });
  expect(await mailOverTls(front, { port: smtpPort, to: inbox.address, subject: 'first' })).toBe(
    250,
  );
  expect((await polled).items).toMatchObject([{ change: 'new', content: { subject: 'first' } }]);
  expect(await live.next()).toMatchObject({ type: 'message' });
  live.socket.close();
});

it('keeps mail, access and certificate when it is taken down and put up again', async () => {
  await project.compose('down');
  await up();
  await isReady();
  await until(async () => (await subjects().catch((): string[] => [])).includes('first'), {
    what: 'the mail of before',
    seconds: 60,
  });
  await client.createInbox({});
  await startTls(smtpPort, front).then((smtp) => smtp.close());
});

it('loses nothing when Redis is killed, and goes on when it is back', async () => {
  const [redis, relay] = [await project.container('redis'), await project.container('relay')];
  const started = await startOf(relay);
  expect(await send('before')).toBe(250);
  await engine('kill', '--signal', 'KILL', redis);
  expect(await send('meanwhile')).toBe(451);
  await engine('start', redis);
  await isReady();
  expect(await send('after')).toBe(250);
  await until(async () => (await subjects()).length === 3, { what: 'three messages' });
  expect(await subjects()).toEqual(['first', 'before', 'after']);
  expect(await startOf(relay)).toBe(started);
});

it('comes back from a backup', async () => {
  const archive = (words: string[], mode: string) => {
    const mounts = [`${project.name}_redis:/data${mode}`, `${project.folder}:/backup`];
    const volumes = mounts.flatMap((mount) => ['-v', mount]);
    return engine('run', '--rm', '--user', 'root', ...volumes, 'redis:8-bookworm', 'tar', ...words);
  };
  await project.compose('stop', 'relay', 'redis');
  await archive(['-C', '/data', '-czf', '/backup/mayfly.tar.gz', '.'], ':ro');
  await project.compose('down', '-v');
  await archive(['-C', '/data', '-xzf', '/backup/mayfly.tar.gz'], '');
  await up();
  await isReady();
  const ca = await until(
    () =>
      project
        .exec('front', 'cat', '/certificates/pki/authorities/local/root.crt')
        .catch(() => null),
    { what: 'a new authority', seconds: 60 },
  );
  client = createClient({ baseUrl: client.baseUrl, fetch: fetchThrough({ ...front, ca }) });
  await until(async () => (await subjects().catch((): string[] => [])).length === 3, {
    what: 'three messages',
    seconds: 60,
  });
});

it('takes to its end a mail that is being sent when it is stopped', async () => {
  const relay = await project.container('relay');
  const smtp = await connectSmtp(smtpPort);
  await smtp.readReply();
  for (const line of ['EHLO a.example', 'MAIL FROM:<>', `RCPT TO:<${inbox.address}>`, 'DATA'])
    await smtp.ask(line);
  const stopped = engine('stop', '-t', '40', relay);
  await until(
    () =>
      connectSmtp(smtpPort)
        .then((other) => other.readReply())
        .then(
          () => false,
          () => true,
        ),
    {
      what: 'a relay that takes no new session',
    },
  );
  expect((await smtp.ask('Subject: last\r\n\r\nx\r\n.')).code).toBe(250);
  await stopped;
  expect(await exitCodeOf(relay)).toBe(0);
});
