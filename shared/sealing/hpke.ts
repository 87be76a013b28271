import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { sealingInfo } from './place.ts';

/** A key pair of one inbox (X25519), raw and in base64url. */
export interface SealingKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What was sealed: the encapsulated key and the ciphertext. */
export interface SealedOctets {
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly ct: Uint8Array<ArrayBuffer>;
}

/** Opens what was sealed to one key. Rejects when it was sealed to another, elsewhere, or changed. */
export type Open = (sealed: SealedOctets, place: string) => Promise<Uint8Array<ArrayBuffer>>;

const suite = () =>
  new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
const info = new TextEncoder().encode(sealingInfo);

export const toBase64Url = (octets: Uint8Array): string =>
  btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

/**
 * Rejects where keys cannot be made: pages that came over plain http, but for those of this machine (no secure
 * context), and browsers without X25519.
 */
export async function newSealingKeys(): Promise<SealingKeys> {
  const { kem } = suite();
  const { publicKey, privateKey } = await kem.generateKeyPair();
  const raw = await Promise.all([
    kem.serializePublicKey(publicKey),
    kem.serializePrivateKey(privateKey),
  ]);
  const [open, secret] = raw.map((octets) => toBase64Url(new Uint8Array(octets)));
  return { publicKey: open ?? '', privateKey: secret ?? '' };
}

/** The private key stands in the function that it makes, as a key that cannot be taken out of it. */
export async function opener(privateKey: string): Promise<Open> {
  const used = suite();
  const recipientKey = await used.kem.importKey('raw', fromBase64Url(privateKey).buffer, false);
  return async ({ enc, ct }, place) => {
    const aad = new TextEncoder().encode(place);
    return new Uint8Array(await used.open({ recipientKey, info, enc }, ct, aad));
  };
}
