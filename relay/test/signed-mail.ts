import { generateKeyPairSync } from 'node:crypto';
import nodemailer from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import type { Zone } from './dns-server.ts';

/** A domain that signs its mail with DKIM (RFC 6376). */
export interface Signer {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: string;
  /** Where its key stands. */
  readonly zone: Zone;
}

export function createSigner(domain: string, bits = 2048): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const record = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;
  return {
    domain,
    selector: 'k1',
    privateKey,
    zone: { [`TXT k1._domainkey.${domain}`]: [record] },
  };
}

const isBuffer = (message: unknown): message is Buffer => Buffer.isBuffer(message);

/** The octets of a mail, signed by `signer` if there is one. */
export async function composeMail(mail: Mail.Options, signer?: Signer): Promise<Buffer> {
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  });
  const dkim = signer && {
    domainName: signer.domain,
    keySelector: signer.selector,
    privateKey: signer.privateKey,
  };
  const { message } = await transport.sendMail({
    from: 'Shop <hello@shop.example>',
    to: 'someone@mayfly.test',
    subject: 'Your order',
    text: 'Thank you.',
    ...mail,
    ...(dkim && { dkim }),
  });
  if (!isBuffer(message)) throw new Error('The mail is no buffer');
  return message;
}
