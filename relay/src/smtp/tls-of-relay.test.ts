import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { startRelay } from '../../test/harness.ts';
import { rawRequest } from '../../test/http-fixture.ts';
import { connectSmtp } from '../../test/smtp-client.ts';
import { certificateLookMs } from './certificate-watch.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

async function featuresOf(port: number): Promise<string> {
  const client = await connectSmtp(port);
  await client.readReply();
  const { lines } = await client.ask('EHLO client.example');
  client.close();
  return lines.join(' ');
}

async function policyOf(port: number): Promise<string> {
  const path = '/.well-known/mta-sts.txt';
  return (await rawRequest(port, { path, headers: { host: 'mta-sts.mayfly.test' } })).text;
}

it('a relay begins to offer STARTTLS when its certificate comes, without a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mayfly-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const looks = new Set<() => void>();
  await using relay = await startRelay({
    env: { MAYFLY_TLS_CERT: cert, MAYFLY_TLS_KEY: key, MAYFLY_SMTP_NAME: 'mx.mayfly.test' },
    every(milliseconds, run) {
      if (milliseconds === certificateLookMs) looks.add(run);
      return () => looks.delete(run);
    },
  });
  expect(await featuresOf(relay.smtpPort)).not.toContain('STARTTLS');
  expect(await policyOf(relay.relay.http.port)).not.toContain('STSv1');
  const made = makeCertificate({ to: Date.now() + 60 * 86_400_000 });
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.key);
  for (const look of looks) look();
  await vi.waitFor(async () => expect(await featuresOf(relay.smtpPort)).toContain('STARTTLS'));
  expect(await policyOf(relay.relay.http.port)).toContain(
    'mode: enforce\r\nmx: mx.mayfly.test\r\n',
  );
  const events = relay.log.filter((line) => line.includes('"tls-'));
  expect(events).toEqual([
    expect.stringMatching(/"level":"warn".*"event":"tls-not-offered","reason":"file-unreadable"/),
    expect.stringMatching(/"event":"tls-offered","expiresAt":"[^"]+","warnings":\["self-signed"\]/),
  ]);
  expect(events.join()).not.toContain(folder);
  rmSync(folder, { recursive: true });
});
