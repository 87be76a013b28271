import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Certificates that tests make for themselves (RFC 5280, in DER), so that none lies in the repository and ends one day. */
export interface MadeCertificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), body]);
  const size = Buffer.of(0x82, length >> 8, length & 255);
  return Buffer.concat([Buffer.of(tag), size, body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const octetString = (body: Uint8Array) => der(0x04, body);
const bitString = (body: Uint8Array) => der(0x03, Buffer.of(0), body);
const oid = (...octets: readonly number[]) => der(0x06, Buffer.from(octets));
const yes = der(0x01, Buffer.of(255));

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const commonName = oid(0x55, 0x04, 0x03);
const subjectAltName = oid(0x55, 0x1d, 0x11);
const basicConstraints = oid(0x55, 0x1d, 0x13);

const nameOf = (name: string) =>
  sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));

/** GeneralizedTime, whole seconds. */
const timeOf = (milliseconds: number) =>
  der(0x18, Buffer.from(`${new Date(milliseconds).toISOString().replace(/[-:T]|\..*/g, '')}Z`));

function pem(label: string, octets: Buffer): string {
  const lines = octets.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

export interface CertificateWish {
  readonly name?: string;
  readonly from?: number;
  readonly to: number;
  /** Who signs it; by itself when there is none. */
  readonly issuer?: MadeCertificate;
}

/** A certificate for a host name, or one that signs others; with an issuer its chain follows it. */
export function makeCertificate({
  name = 'mx.mayfly.test',
  to,
  from = to - 90 * 86_400_000,
  issuer,
}: CertificateWish): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = issuer?.privateKey ?? privateKey;
  const serial = Buffer.concat([Buffer.of(1), randomBytes(8)]);
  const extensions = sequence(
    sequence(subjectAltName, octetString(sequence(der(0x82, Buffer.from(name))))),
    sequence(basicConstraints, yes, octetString(issuer ? sequence() : sequence(yes))),
  );
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(timeOf(from), timeOf(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const whole = sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, signer)));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const cert = pem('CERTIFICATE', whole) + (issuer?.cert ?? '');
  return { cert, key: key.toString(), name, privateKey };
}
