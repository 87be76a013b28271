import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

/** A certificate, its chain behind it, and its key, as PEM files hold them. */
export interface CertificatePem {
  readonly cert: string;
  readonly key: string;
}

/** Why a certificate serves nobody. */
export type CertificateFault =
  | 'certificate-malformed'
  | 'key-malformed'
  | 'key-of-another-certificate'
  | 'not-yet-valid'
  | 'expired'
  | 'refused-by-openssl';

/** Why senders that verify may not like it. */
export type CertificateWarning = 'other-name' | 'self-signed' | 'chain-missing' | 'expires-soon';

export type JudgedCertificate =
  | {
      readonly ok: true;
      readonly expiresAt: number;
      readonly warnings: readonly CertificateWarning[];
    }
  | { readonly ok: false; readonly reason: CertificateFault };

const soonMs = 7 * 86_400_000;

/** TLS 1.2 and 1.3; what is older has no safe mode left (RFC 8996). */
export const tlsVersions = { minVersion: 'TLSv1.2' } as const;

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const refused = (reason: CertificateFault): JudgedCertificate => ({ ok: false, reason });

function warningsOf(
  leaf: X509Certificate,
  pem: CertificatePem,
  { hostname, now }: { readonly hostname: string; readonly now: number },
): CertificateWarning[] {
  const isOwn = leaf.issuer === leaf.subject;
  const isAlone = pem.cert.split('-----BEGIN CERTIFICATE-----').length === 2;
  return [
    ...(leaf.checkHost(hostname) === undefined ? (['other-name'] as const) : []),
    ...(isOwn ? (['self-signed'] as const) : []),
    ...(isAlone && !isOwn ? (['chain-missing'] as const) : []),
    ...(leaf.validToDate.getTime() - now < soonMs ? (['expires-soon'] as const) : []),
  ];
}

/** Whether TLS can be offered with it now, under this name. */
export function judgeCertificate(
  pem: CertificatePem,
  facts: { readonly hostname: string; readonly now: number },
): JudgedCertificate {
  const leaf = attempt(() => new X509Certificate(pem.cert));
  if (leaf === null) return refused('certificate-malformed');
  const key = attempt(() => createPrivateKey(pem.key));
  if (key === null) return refused('key-malformed');
  if (!leaf.checkPrivateKey(key)) return refused('key-of-another-certificate');
  if (facts.now < leaf.validFromDate.getTime()) return refused('not-yet-valid');
  const expiresAt = leaf.validToDate.getTime();
  if (facts.now >= expiresAt) return refused('expired');
  // What is left: a broken chain, a key too short for this OpenSSL.
  const context = attempt(() => createSecureContext({ ...pem, ...tlsVersions }));
  if (context === null) return refused('refused-by-openssl');
  return { ok: true, expiresAt, warnings: warningsOf(leaf, pem, facts) };
}
