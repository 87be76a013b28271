import { describe, expect, test } from 'vitest';
import { rawRequest, startHttp } from '../../test/http-fixture.ts';
import { mtaStsPath, readMtaStsPolicy } from '../core/mta-sts.ts';

const policy = { mx: ['mx.mayfly.test'], maxAge: 86_400, mode: 'enforce' } as const;
const start = (mailPolicy: () => typeof policy | null = () => policy) =>
  startHttp({ mailPolicy, settings: { publicUrl: 'https://mail.mayfly.test' } });

type Relay = Awaited<ReturnType<typeof start>>;
const ask = (relay: Relay, host: string, path: string = mtaStsPath, method = 'GET') =>
  rawRequest(relay.port, { path, method, headers: { host } });

describe('the MTA-STS policy', () => {
  test.each(['mta-sts.mayfly.test', 'MTA-STS.mayfly.test:443', 'mta-sts.xn--bcher-kva.example'])(
    'is served at %s',
    async (host) => {
      await using relay = await start();
      const { status, headers, text } = await ask(relay, host);
      expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(readMtaStsPolicy(text)).toEqual(policy);
    },
  );

  test('is served to a front that says for whom it asks', async () => {
    await using relay = await start();
    const headers = { host: 'mta-sts.mayfly.test', 'x-forwarded-for': '192.0.2.7' };
    const { status } = await rawRequest(relay.port, { path: mtaStsPath, headers });
    expect(status).toBe(200);
  });

  test('is served under no other host, and its host serves nothing else', async () => {
    await using relay = await start();
    expect((await ask(relay, 'mta-sts.other.test')).status).toBe(421);
    expect((await ask(relay, 'mail.mayfly.test')).status).toBe(404);
    for (const path of ['/', '/v1/domains', '/healthz', `${mtaStsPath}/x`])
      expect((await ask(relay, 'mta-sts.mayfly.test', path)).status).toBe(421);
    expect((await ask(relay, 'mta-sts.mayfly.test', mtaStsPath, 'POST')).status).toBe(421);
  });

  test('asks nobody for TLS that is not offered', async () => {
    await using relay = await start(() => null);
    expect((await ask(relay, 'mta-sts.mayfly.test')).status).toBe(421);
  });
});
