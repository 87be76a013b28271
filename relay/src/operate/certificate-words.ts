import type { CertificateFault } from '../smtp/certificate.ts';

interface Words {
  readonly found: string;
  readonly mend: string;
}

/** Why a relay does not offer TLS with the files that it was given. */
export const fileWords: Readonly<Record<CertificateFault, Words>> = {
  'certificate-malformed': {
    found: 'the file in MAYFLY_TLS_CERT holds no certificate',
    mend: 'give the PEM file of the certificate and its chain (fullchain.pem)',
  },
  'key-malformed': {
    found: 'the file in MAYFLY_TLS_KEY holds no key that can be read',
    mend: 'give the PEM file of the key, without a passphrase (privkey.pem)',
  },
  'key-of-another-certificate': {
    found: 'the key in MAYFLY_TLS_KEY is of another certificate',
    mend: 'give certificate and key from the same folder of your ACME client',
  },
  'not-yet-valid': {
    found: 'the certificate in MAYFLY_TLS_CERT is not valid yet',
    mend: 'set the clock right (timedatectl set-ntp true), or wait',
  },
  expired: {
    found: 'the certificate in MAYFLY_TLS_CERT has expired',
    mend: 'renew it with your ACME client; the relay takes the new file within five seconds',
  },
  'refused-by-openssl': {
    found: 'OpenSSL refuses the certificate in MAYFLY_TLS_CERT or its chain',
    mend: 'make a new one, with an ECDSA or an RSA key of 2048 bits or more, and its whole chain',
  },
};

/** Whether Node says that a certificate, or one that signed it, is over or not valid yet. */
export const isAboutTime = (trouble: string): boolean =>
  trouble === 'CERT_HAS_EXPIRED' || trouble === 'CERT_NOT_YET_VALID';

const trustWords: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is signed by itself'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'its authority is known to nobody else'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its chain is missing, or its authority is unknown'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its chain is missing'],
  ['CERT_HAS_EXPIRED', 'it has expired'],
  ['CERT_NOT_YET_VALID', 'it is not valid yet'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another name'],
]);

/** What senders have against a certificate. Null: the trouble is not about one. */
export function certificateTrouble(code: string): string | null {
  return trustWords.get(code) ?? null;
}
