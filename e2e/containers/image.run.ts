import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import { createClient } from '@mayfly/shared/client/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { until } from '../fixtures/until.ts';
import { engine, exitCodeOf } from './engine.ts';

const smtp = { host: '127.0.0.1', port: 13025 };
const httpPort = 13000;
const name = 'mayflytry-alone';
const client = createClient({ baseUrl: `http://127.0.0.1:${httpPort}` });

const remove = async () => {
  await engine('rm', '-f', name).catch(() => undefined);
  await engine('volume', 'rm', '-f', name).catch(() => undefined);
};
beforeAll(remove);
afterAll(remove);

const greets = async () => {
  const session = await connectSmtp(smtp.port);
  const { code } = await session.readReply();
  session.close();
  return code === 220;
};
const isUp = () =>
  until(() => greets().catch(() => false), { what: 'a relay that greets', seconds: 60 });

it('runs by itself on the embedded store, without a right to change its own files', async () => {
  const began = performance.now();
  await engine(
    ...[
      'run',
      '-d',
      '--name',
      name,
      '--network',
      'bridge',
      '--read-only',
      '--tmpfs',
      '/tmp',
      '--cap-drop',
      'ALL',
    ],
    ...['-p', `${smtp.port}:2525`, '-p', `${httpPort}:3000`, '-v', `${name}:/data`, 'mayfly-relay'],
  );
  await isUp();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const size = Number(await engine('image', 'inspect', '--format', '{{.Size}}', 'mayfly-relay'));
  console.log(`The image has ${(size / 1e6).toFixed(0)} MB; its relay greets after ${seconds} s.`);
});

it('gives access by a command in the container, takes mail and analyses it', async () => {
  const said = await engine('exec', name, 'mayfly', 'access', 'add', 'Test');
  const accessToken = said.split('\n').at(-1);
  const { baseUrl } = client;
  const { id, address, token } = await createClient({ baseUrl, accessToken }).createInbox({});
  const text = 'Please confirm: https://shop.test/verify?token=b81f6c2e94d7';
  await sendMail(smtp, { to: address, subject: 'Confirm your address', text });
  const { items } = await client.listMessages(id, { token, wait: 25 });
  expect(items).toMatchObject([{ state: 'analysed', content: { links: [{ kind: 'verify' }] } }]);
});

it('is found well by its own health check', async () => {
  expect(await engine('exec', name, 'mayfly', 'health')).toContain('"status":"ok"');
});

it('has neither a shell nor anything that belongs to its user beside the data', async () => {
  await expect(engine('exec', name, 'sh', '-c', 'true')).rejects.toThrow();
  const look = "fs.readdirSync('/app').every((f) => fs.statSync('/app/' + f).uid === 0)";
  expect(await engine('exec', name, 'node', '-p', `process.getuid() + ' ' + ${look}`)).toBe(
    '10001 true',
  );
});

it('is copied while it runs, by a command in the container', async () => {
  const database = (file: string) =>
    `new (require('node:sqlite').DatabaseSync)('/data/${file}.db')`;
  const copy = `${database('mayfly')}.exec("VACUUM INTO '/data/copy.db'")`;
  await engine('exec', name, 'node', '-e', copy);
  const count = `${database('copy')}.prepare('SELECT count(*) AS n FROM accesses').get().n`;
  expect(await engine('exec', name, 'node', '-p', count)).toBe('1');
});

it('ends in order, and keeps its data', async () => {
  await engine('stop', '-t', '40', name);
  expect(await exitCodeOf(name)).toBe(0);
  await engine('start', name);
  await isUp();
  expect(await engine('exec', name, 'mayfly', 'access', 'list')).toContain('Test');
});
