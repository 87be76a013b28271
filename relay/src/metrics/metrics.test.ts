import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startRelay, openInbox } from '../../test/harness.ts';
import { rawRequest } from '../../test/http-fixture.ts';
import { RelayError } from '../core/errors.ts';
import type { Store } from '../core/ports.ts';
import { createMetrics } from './metrics.ts';

const env = { MAYFLY_METRICS_PORT: '0' };

/** Every series without its value, and the value of each. */
async function scrape(port: number): Promise<Map<string, number>> {
  const { status, text } = await rawRequest(port, {
    path: '/metrics',
    headers: { host: `127.0.0.1:${port}` },
  });
  expect(status).toBe(200);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

async function startWithMetrics(options: Parameters<typeof startRelay>[0] = {}) {
  const relay = await startRelay({ ...options, env });
  const port = relay.relay.metrics?.port ?? 0;
  return { ...relay, port, read: () => scrape(port) };
}

describe('the metrics', () => {
  test('count what the relay does', async () => {
    await using relay = await startWithMetrics();
    const { inbox, client } = await openInbox(relay);
    await relay.send(inbox.address);
    await client.listMessages(inbox.id, { wait: 25 });
    await relay.send('nobody@mayfly.test').catch(() => undefined);
    await client.getInbox(inbox.id, { token: 'wrong' }).catch(() => undefined);
    await client.deleteInbox(inbox.id);
    const found = await relay.read();
    expect(found.get('mayfly_messages_stored_total')).toBe(1);
    expect(found.get('mayfly_message_bytes_stored_total')).toBeGreaterThan(100);
    expect(found.get('mayfly_message_store_seconds_count')).toBe(1);
    expect(found.get('mayfly_message_analysed_seconds_count')).toBe(1);
    expect(found.get('mayfly_mail_refused_total{code="recipient-unknown",stage="rcpt"}')).toBe(1);
    expect(found.get('mayfly_http_refused_total{code="token-invalid"}')).toBe(1);
    expect(found.get('mayfly_inboxes_created_total')).toBe(1);
    expect(found.get('mayfly_inboxes_ended_total{reason="deleted"}')).toBe(1);
    expect(found.get('mayfly_waiters{kind="long_poll"}')).toBe(0);
    expect(found.get('mayfly_analysis_queue_messages')).toBe(0);
    expect(found.get('mayfly_analysis_queue_limit_messages')).toBe(200);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(found.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
    expect([...found.keys()].some((name) => name.startsWith('mayfly_build_info{version="'))).toBe(
      true,
    );
  });

  test('show who waits and which sessions are open while they are', async () => {
    await using relay = await startWithMetrics();
    const { inbox, client } = await openInbox(relay);
    const waiting = client.listMessages(inbox.id, { wait: 25 }).catch(() => undefined);
    await expect
      .poll(async () => (await relay.read()).get('mayfly_waiters{kind="long_poll"}'))
      .toBe(1);
    await client.deleteInbox(inbox.id);
    await waiting;
    expect((await relay.read()).get('mayfly_waiters{kind="long_poll"}')).toBe(0);
  });

  test('count calls of the store that fail, by operation', async () => {
    const wrapStore = (store: Store): Store => ({
      ...store,
      findAddress: () => Promise.reject(new RelayError('store-unavailable')),
    });
    await using relay = await startWithMetrics({ wrapStore });
    await relay.send('nobody@mayfly.test').catch(() => undefined);
    const found = await relay.read();
    expect(found.get('mayfly_store_faults_total{operation="findAddress"}')).toBe(1);
    expect(found.get('mayfly_faults_total{where="smtp-rcpt"}')).toBe(1);
    expect(found.get('mayfly_mail_refused_total{code="store-unavailable",stage="rcpt"}')).toBe(1);
  });

  test('are named as Prometheus wants it', async () => {
    await using relay = await startWithMetrics();
    const { text } = await rawRequest(relay.port, {
      path: '/metrics',
      headers: { host: 'localhost' },
    });
    const types = [...text.matchAll(/^# TYPE (mayfly_\S+) (\w+)$/gm)];
    expect(types.length).toBeGreaterThan(10);
    for (const [, name = '', type] of types) {
      if (type === 'counter') expect(name).toMatch(/_total$/);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });

  test('never make a series of a value that nobody foresaw', async () => {
    const { events, read } = createMetrics({ version: '1' });
    for (let n = 0; n < 50; n += 1) {
      const word = randomBytes(8).toString('hex');
      events.mailRefused({ code: word, stage: 'data' });
      events.requestRefused({ code: word, route: word, status: 400, requestId: word });
      events.fault({ where: word, error: new Error(word) });
    }
    const text = await read();
    expect(text).toContain('mayfly_mail_refused_total{code="other",stage="data"} 50');
    expect(text).toContain('mayfly_http_refused_total{code="other"} 50');
    expect(text).toContain('mayfly_faults_total{where="other"} 50');
  });
});

describe('the listener of the metrics', () => {
  test('is not there unless asked for', async () => {
    await using relay = await startRelay();
    expect(relay.relay.metrics).toBeNull();
    expect((await fetch(`${relay.url}/metrics`)).status).toBe(404);
  });

  test('is apart from the API', async () => {
    await using relay = await startWithMetrics();
    const statusOf = async (at: number, path: string, method = 'GET') =>
      (await rawRequest(at, { path, method, headers: { host: 'localhost' } })).status;
    expect(await statusOf(relay.relay.http.port, '/metrics')).toBe(404);
    expect(await statusOf(relay.port, '/metrics')).toBe(200);
    expect(await statusOf(relay.port, '/metrics', 'HEAD')).toBe(200);
    expect(await statusOf(relay.port, '/metrics', 'POST')).toBe(405);
    expect(await statusOf(relay.port, '/healthz')).toBe(404);
    expect(await statusOf(relay.port, '/v1/inboxes', 'POST')).toBe(404);
  });
});
