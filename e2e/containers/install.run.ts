import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../fixtures/until.ts';
import { engine, exitCodeOf, startOf } from './engine.ts';
import { ask, type Front } from './front.ts';
import {
  type Box,
  httpPort,
  httpsPort,
  type Installation,
  openBox,
  prepare,
  reach,
  serverName,
  smtpPort,
} from './installation.ts';
import { mailOverTls, startTls, watchLive } from './watchers.ts';

let mayfly: Installation;
let front: Front;
let box: Box;

async function offersTls(): Promise<boolean> {
  const smtp = await connectSmtp(smtpPort);
  await smtp.readReply();
  const { lines } = await smtp.ask('EHLO client.example');
  smtp.close();
  return lines.some((line) => line.endsWith('STARTTLS'));
}

const has = (count: number) =>
  until(async () => (await box.subjects().catch(() => [])).length === count, {
    what: `${count} messages`,
    seconds: 60,
  });

beforeAll(async () => {
  mayfly = await prepare('docker-compose.yml');
  await mayfly.up('redis', 'relay');
  await mayfly.ready();
});
afterAll(() => mayfly[Symbol.asyncDispose]());

it('takes mail without TLS as long as there is no certificate', async () => {
  expect(await offersTls()).toBe(false);
});

it('offers STARTTLS within a minute of the front, without a restart', async () => {
  const started = await startOf(await mayfly.container('relay'));
  await mayfly.up('front');
  await until(offersTls, { what: 'STARTTLS', seconds: 60, everyMs: 500 });
  expect(await startOf(await mayfly.container('relay'))).toBe(started);
  front = await mayfly.front();
});

it('serves the web inbox and the policy over TLS, and leads there from http', async () => {
  const at = (host: string, where: string) =>
    ask(new URL(`https://${host}:${httpsPort}${where}`), front);
  expect(await (await at(serverName, '/')).text()).toContain('<title>Mayfly</title>');
  const policy = await until(
    () => at('mta-sts.mayfly.test', '/.well-known/mta-sts.txt').catch(() => null),
    { what: 'a certificate for the policy', seconds: 60 },
  );
  expect(await policy.text()).toContain(`mx: ${serverName}`);
  const { status, headers } = await ask(new URL(`http://${serverName}:${httpPort}/x`), {});
  expect([status, headers.get('location')]).toEqual([308, `https://${serverName}/x`]);
});

it('prints the records for the DNS by a command in the container', async () => {
  const words = ['dns', 'mayfly.test', '--zone', '--address', '203.0.113.25'];
  const zone = await mayfly.exec('relay', 'mayfly', ...words);
  expect(zone).toContain(`mayfly.test. 3600 IN MX 10 ${serverName}.`);
  expect(zone).toContain('mta-sts.mayfly.test. 3600 IN A 203.0.113.25');
});

it('brings a mail to those who wait at the front, by long-poll and WebSocket', async () => {
  box = await openBox(mayfly, front);
  const { id, token, address } = box.inbox;
  const live = await watchLive(front, token);
  const polled = box.client.listMessages(id, { token, wait: 25 });
  const sent = await mailOverTls(front, { port: smtpPort, to: address, subject: 'first' });
  expect(sent).toBe(250);
  expect((await polled).items).toMatchObject([{ change: 'new', content: { subject: 'first' } }]);
  expect(await live.next()).toMatchObject({ type: 'message' });
  live.socket.close();
});

it('keeps mail, access and certificate when it is taken down and put up again', async () => {
  await mayfly.compose('down');
  await mayfly.up();
  await mayfly.ready();
  await has(1);
  expect(await mayfly.exec('relay', 'mayfly', 'access', 'list')).toContain('Test');
  await startTls(smtpPort, front).then((smtp) => smtp.close());
});

it('loses nothing when Redis is killed, and goes on when it is back', async () => {
  const [redis, relay] = [await mayfly.container('redis'), await mayfly.container('relay')];
  const started = await startOf(relay);
  expect(await box.send('before')).toBe(250);
  await engine('kill', '--signal', 'KILL', redis);
  expect(await box.send('meanwhile')).toBe(451);
  await engine('start', redis);
  await mayfly.ready();
  expect(await box.send('after')).toBe(250);
  await has(3);
  expect(await box.subjects()).toEqual(['first', 'before', 'after']);
  expect(await startOf(relay)).toBe(started);
});

it('comes back from a backup', async () => {
  const archive = (words: string[], mode: string) => {
    const mounts = [`${mayfly.name}_redis:/data${mode}`, `${mayfly.folder}:/backup`];
    const volumes = mounts.flatMap((mount) => ['-v', mount]);
    return engine('run', '--rm', '--user', 'root', ...volumes, 'redis:8-bookworm', 'tar', ...words);
  };
  await mayfly.compose('stop', 'relay', 'redis');
  await archive(['-C', '/data', '-czf', '/backup/mayfly.tar.gz', '.'], ':ro');
  await mayfly.compose('down', '-v');
  await archive(['-C', '/data', '-xzf', '/backup/mayfly.tar.gz'], '');
  await mayfly.up();
  await mayfly.ready();
  box = reach(await mayfly.front(), box.inbox);
  await has(3);
});

it('takes to its end a mail that is being sent when it is stopped', async () => {
  const relay = await mayfly.container('relay');
  const smtp = await connectSmtp(smtpPort);
  await smtp.readReply();
  for (const line of ['EHLO a.example', 'MAIL FROM:<>', `RCPT TO:<${box.inbox.address}>`, 'DATA'])
    await smtp.ask(line);
  const stopped = engine('stop', '-t', '40', relay);
  const refuses = () =>
    connectSmtp(smtpPort)
      .then((other) => other.readReply())
      .then(
        () => false,
        () => true,
      );
  await until(refuses, { what: 'a relay that takes no new session' });
  expect((await smtp.ask('Subject: last\r\n\r\nx\r\n.')).code).toBe(250);
  await stopped;
  expect(await exitCodeOf(relay)).toBe(0);
});

it('keeps what people ask for, and their addresses, out of the log of the front', async () => {
  front = await mayfly.front();
  const url = new URL(`https://${serverName}:${httpsPort}/v1/inboxes/canary`);
  expect((await ask(url, front)).status).toBeGreaterThanOrEqual(502);
  const { stdout, stderr } = await mayfly.compose('logs', 'front');
  expect(stdout + stderr).toContain('"logger":"http.log.error');
  expect(stdout + stderr).not.toMatch(/canary|remote_ip|client_ip/);
});
