import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type DnsServer, startDnsServer } from '@mayfly/relay/test/dns-server';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { type Bundle, buildBundle } from './bundle.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await buildBundle();
});
afterAll(() => bundle[Symbol.asyncDispose]());

/** Threads start late on a busy machine. */
const patient = { MAYFLY_PARSE_DEADLINE_MS: '30000', MAYFLY_VERDICT_DEADLINE_MS: '30000' };

const start = ({ address }: DnsServer, env: Readonly<Record<string, string>> = {}) =>
  startRelay(
    { ...patient, MAYFLY_VERDICTS: 'on', MAYFLY_DNS_SERVERS: address, ...env },
    { entry: bundle.entry },
  );

/** The message that an inbox of its own gets, once its sender is judged. */
async function receive({ client, smtp }: RelayProcess) {
  const { address, id, token } = await client.createInbox({});
  const text = 'Please confirm your address: https://shop.test/verify?token=b81f6c2e94d7';
  await sendMail(smtp, { to: address, subject: 'Confirm your address', text });
  return until(
    async () => {
      const { items } = await client.listMessages(id, { token });
      return items.find((item) => item.change !== 'deleted' && item.verdict !== undefined);
    },
    { what: 'a judged message', seconds: 40 },
  );
}

const analysed = { state: 'analysed', content: { links: [{ kind: 'verify' }] } };

it('without sources and libraries takes a mail, analyses and judges it', async () => {
  await using dns = await startDnsServer({});
  await using relay = await start(dns);
  expect(await receive(relay)).toMatchObject(analysed);
});

it('serves several processes on Redis', async () => {
  await using dns = await startDnsServer({});
  const redis = await startRedis();
  onTestFinished(() => redis.dispose());
  const shared = { MAYFLY_STORE: redis.url, MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };
  await using relay = await start(dns, { ...shared, MAYFLY_PROCESSES: '2' });
  expect(await receive(relay)).toMatchObject(analysed);
  await relay.stop();
  expect(relay.log).not.toContain('"level":"error"');
});

it('names the place of a fault in the sources', async () => {
  const options = { env: { MAYFLY_STORE: 'sqlite:/dev/null/mayfly.db' } };
  const words = ['--enable-source-maps', bundle.entry];
  await expect(promisify(execFile)(process.execPath, words, options)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/"event":"fault".*"at":"secret-file\.ts:\d+"/),
  });
});

it('runs the commands of the operator', async () => {
  await using relay = await startRelay({}, { entry: bundle.entry });
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [bundle.entry, ...words], {
      env: { MAYFLY_HTTP_PORT: String(relay.http.port), MAYFLY_STORE: 'sqlite::memory:' },
    });
  expect((await run('health')).stdout).toContain('"status":"ok"');
  await expect(run('dance')).rejects.toMatchObject({
    code: 64,
    stderr: expect.stringMatching(/^mayfly COMMAND\n {2}pair /),
  });
  expect((await run('--help')).stdout).toContain('# MAYFLY_DOMAINS=mayfly.test');
});
