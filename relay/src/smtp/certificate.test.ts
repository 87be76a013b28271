import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../test/certificates.ts';
import { judgeCertificate } from './certificate.ts';

const day = 86_400_000;
const now = Date.UTC(2030, 0, 1);
const facts = { hostname: 'mx.mayfly.test', now };
const authority = makeCertificate({ name: 'Test authority', to: now + 900 * day });
const good = makeCertificate({ to: now + 60 * day, issuer: authority });
const first = (pem: string) =>
  `${pem.split('-----END CERTIFICATE-----')[0]}-----END CERTIFICATE-----\n`;

describe('a certificate', () => {
  it('with its chain, its key and our name is good', () => {
    const judged = { ok: true, expiresAt: now + 60 * day, warnings: [] };
    expect(judgeCertificate(good, facts)).toEqual(judged);
  });

  it.each([
    ['other-name', makeCertificate({ name: 'x.test', to: now + 60 * day, issuer: authority })],
    ['self-signed', makeCertificate({ to: now + 60 * day })],
    ['chain-missing', { ...good, cert: first(good.cert) }],
    ['expires-soon', makeCertificate({ to: now + 6 * day, issuer: authority })],
  ])('is good with the warning %s', (warning, pem) => {
    expect(judgeCertificate(pem, facts)).toMatchObject({ ok: true, warnings: [warning] });
  });

  const other = makeCertificate({ to: now + 60 * day });
  const encrypted = other.privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  });
  const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  it.each([
    ['certificate-malformed', { ...good, cert: '' }],
    ['certificate-malformed', { ...good, cert: 'not a certificate' }],
    ['certificate-malformed', { ...good, cert: good.cert.slice(0, 300) }],
    ['key-malformed', { ...good, key: '' }],
    ['key-malformed', { ...good, key: good.cert }],
    ['key-malformed', { ...other, key: encrypted.toString() }],
    ['key-of-another-certificate', { ...good, key: other.key }],
    [
      'key-of-another-certificate',
      { ...good, key: rsa.export({ type: 'pkcs1', format: 'pem' }).toString() },
    ],
    ['not-yet-valid', makeCertificate({ from: now + 1000, to: now + 60 * day })],
    ['expired', makeCertificate({ to: now })],
    [
      'refused-by-openssl',
      {
        ...good,
        cert: `${first(good.cert)}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      },
    ],
  ])('is unusable: %s', (reason, pem) => {
    expect(judgeCertificate(pem, facts)).toEqual({ ok: false, reason });
  });
});
