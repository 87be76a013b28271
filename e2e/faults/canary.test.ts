import path from 'node:path';
import { inboundSecrets } from '@mayfly/relay/test/route-calls';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { expect, it } from 'vitest';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { knockOnHttp, pairBrowsers, readMetrics } from './canary-http.ts';
import { breakParts, knockOnSmtp } from './canary-smtp.ts';
import { type Canaries, makeCanaries } from './canary-words.ts';

/** A DNS that refuses every question: verdicts meet faults that name what was asked. */
const env = {
  MAYFLY_LOG_LEVEL: 'debug',
  MAYFLY_METRICS_PORT: '0',
  MAYFLY_MESSAGE_BYTES: '800000',
  MAYFLY_INBOX_BYTES: '1200000',
  MAYFLY_VERDICTS: 'on',
  MAYFLY_PRIVATE_SPF: 'on',
  MAYFLY_DNS_SERVERS: '127.0.0.1:9',
  MAYFLY_INBOUND_RAW_SECRET: inboundSecrets.raw,
  MAYFLY_INBOUND_IMPROVMX_SECRET: inboundSecrets.improvmx,
};

const eventsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/"event":"([a-z-]+)"/g)].map(([, name = '']) => name)),
];

/** What stands in the text that never should. */
function leaksIn(text: string, c: Canaries, inboxes: readonly CreatedInbox[]): string[] {
  const secrets = inboxes.flatMap(({ address, token, restoreKey }) => [
    address,
    address.split('@')[0] ?? '',
    token,
    token.split('.')[2] ?? '',
    restoreKey,
  ]);
  const low = text.toLowerCase();
  const words = [...Object.values(c), ...Object.values(inboundSecrets), ...secrets].filter((word) =>
    low.includes(word.toLowerCase()),
  );
  return [...words, ...(text.match(/127\.77\.0\.\d+/g) ?? [])];
}

/** The relay's own addresses are told once. */
const withoutReady = (log: string): string =>
  log
    .split('\n')
    .filter((line) => !line.includes('"event":"relay-ready"'))
    .join('\n');

async function knockEverywhere(relay: RelayProcess, c: Canaries) {
  const living = await relay.client.createInbox({ localPart: c.localPart });
  const full = await relay.client.createInbox();
  const doors = { port: relay.smtp.port, living: living.address, full: full.address };
  expect(await knockOnSmtp(doors, c)).toEqual([]);
  return { doors, inboxes: [living, full] as const };
}

async function end(relay: RelayProcess, c: Canaries): Promise<{ log: string; metrics: string }> {
  const metrics = await readMetrics(relay, c);
  await relay.stop();
  return { log: relay.log, metrics };
}

it('nothing that it prints or counts tells what was said, to whom, from where, or by which token', async () => {
  const c = makeCanaries();
  await using relay = await startRelay(env);
  const { inboxes } = await knockEverywhere(relay, c);
  expect(await knockOnHttp(relay, c, inboxes[0])).toEqual([]);
  const paired = await pairBrowsers(relay, c);
  const { log, metrics } = await end(relay, c);
  expect(paired.filter((secret) => log.includes(secret) || metrics.includes(secret))).toEqual([]);
  const told = withoutReady(log);
  expect(leaksIn(told, c, inboxes)).toEqual([]);
  expect(leaksIn(metrics, c, inboxes)).toEqual([]);
  expect(told).not.toContain('127.0.0.1');
  // It did tell of all that happened.
  expect(eventsIn(log)).toEqual(
    expect.arrayContaining([
      'relay-ready',
      'inbox-created',
      'message-stored',
      'message-analysed',
      'mail-refused',
      'request-refused',
      'mail-brought',
      'waiters-changed',
      'inbox-ended',
      'relay-stopping',
    ]),
  );
  expect(metrics).toMatch(/mayfly_messages_stored_total [1-9]/);
});

it('faults of the store and of the parser tell nothing either, whatever their errors say', async () => {
  const c = makeCanaries();
  const entry = path.resolve(import.meta.dirname, 'canary-entry.ts');
  await using relay = await startRelay(env, { entry });
  const { doors, inboxes } = await knockEverywhere(relay, c);
  expect(await breakParts(doors, c)).toEqual([451, 451, 250]);
  const refused = relay.client.createInbox({ localPart: `${c.localPart}breaks` });
  await expect(refused).rejects.toMatchObject({ code: 'internal' });
  await until(() => relay.log.includes('"where":"publish"'), { what: 'the fault of the parser' });
  const { log, metrics } = await end(relay, c);
  expect(leaksIn(log, c, inboxes)).toEqual([]);
  expect(leaksIn(metrics, c, inboxes)).toEqual([]);
  const places = [...log.matchAll(/"event":"fault","where":"([a-z-]+)"/g)].map(
    ([, where]) => where,
  );
  expect(new Set(places)).toEqual(new Set(['smtp-data', 'publish', 'http']));
  expect(metrics).toMatch(/mayfly_faults_total\{where="smtp-data"\} 2/);
});
