import { expect, test } from 'vitest';
import { type EventLog, recordEvents } from '../../test/event-log.ts';
import { rawRequest } from '../../test/http-fixture.ts';
import { createMetricsServer } from './metrics-server.ts';
import { createMetrics, type MetricsText } from './metrics.ts';

async function withServer(
  metrics: MetricsText,
  use: (ask: (host: string) => Promise<number>, log: EventLog) => Promise<void>,
) {
  const log: EventLog = [];
  const server = createMetricsServer({ metrics, events: recordEvents(log) });
  const { port } = await server.listen(0, '127.0.0.1');
  try {
    await use(
      async (host) => (await rawRequest(port, { path: '/metrics', headers: { host } })).status,
      log,
    );
  } finally {
    await server.close();
  }
}

const known = ['localhost:9464', '127.0.0.1', '192.0.2.7:9464', '[::1]:9464', 'relay:9464'];
const unknown = ['rebound.example:9464', '127.0.0.1.rebound.example', 'localhost.', '[::1', 'a b'];

test('metrics are read by an address or a name without dots, never by one that a page can have', async () => {
  await withServer(createMetrics({ version: '1' }), async (ask) => {
    expect(await Promise.all(known.map(ask))).toEqual(known.map(() => 200));
    expect(await Promise.all(unknown.map(ask))).toEqual(unknown.map(() => 421));
  });
});

test('metrics that cannot be read are a fault and 503, and the next reader is answered', async () => {
  const broken = { contentType: 'text/plain', read: () => Promise.reject(new Error('no')) };
  await withServer(broken, async (ask, log) => {
    expect(await ask('localhost')).toBe(503);
    expect(await ask('localhost')).toBe(503);
    expect(log.map(({ fields }) => fields['where'])).toEqual(['metrics', 'metrics']);
  });
});
