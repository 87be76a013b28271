import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { startRelay } from '../../test/harness.ts';
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
  const made = makeCertificate({ to: Date.now() + 60 * 86_400_000 });
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.key);
  for (const look of looks) look();
  await vi.waitFor(async () => expect(await featuresOf(relay.smtpPort)).toContain('STARTTLS'));
  const events = relay.log.filter((line) => line.includes('"tls-'));
  expect(events).toEqual([
    expect.stringMatching(/"level":"warn".*"event":"tls-not-offered","reason":"file-unreadable"/),
    expect.stringMatching(/"event":"tls-offered","expiresAt":"[^"]+","warnings":\["self-signed"\]/),
  ]);
  expect(events.join()).not.toContain(folder);
  rmSync(folder, { recursive: true });
});
