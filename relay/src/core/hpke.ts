import {
  createCipheriv,
  createHmac,
  createPublicKey,
  createSecretKey,
  encapsulate,
  type KeyObject,
} from 'node:crypto';

/**
 * The sender's side of HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256. It stands here
 * and not in a library because one message takes several encapsulations: by WebCrypto each costs ten times as much.
 * Keys are KeyObjects throughout: made of octets at each step they cost more than the rest.
 */
export interface Aead {
  readonly id: number;
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm';
  readonly keyLength: number;
}

/** The only one that Mayfly seals with. */
export const aes256Gcm: Aead = { id: 2, cipher: 'aes-256-gcm', keyLength: 32 };

/** What a key encapsulation gives (RFC 9180 section 4). */
export interface Encapsulated {
  /** For the recipient, 32 octets. */
  readonly ciphertext: Uint8Array;
  /** 32 octets that only the recipient finds out. */
  readonly sharedKey: Uint8Array;
}

export interface Sealed {
  /** The encapsulated key, 32 octets. */
  readonly enc: Uint8Array;
  /** The ciphertext with its tag of 16 octets, in pieces: of a whole mail no further copy is made. */
  readonly ct: readonly Uint8Array[];
}

const none = Buffer.alloc(0);
/** HMAC fills a short key up with zeros, so this is the empty salt. */
const noSalt = createSecretKey(Buffer.alloc(32));
const nonceLength = 12;
const number16 = (value: number) => Buffer.of(value >> 8, value & 0xff);

const hpkeSuite = (aead: Aead) =>
  Buffer.concat([Buffer.from('HPKE\x00\x20\x00\x01', 'latin1'), number16(aead.id)]);

/** LabeledExtract of RFC 9180 section 4. */
function labeledExtract(suite: Buffer, salt: KeyObject, label: string, key: Uint8Array): Buffer {
  const hmac = createHmac('sha256', salt).update('HPKE-v1').update(suite);
  return hmac.update(label).update(key).digest();
}

/** LabeledExpand of RFC 9180 section 4, for at most one block of the hash. */
function labeledExpand(
  suite: Buffer,
  secret: KeyObject,
  label: string,
  info: Uint8Array,
  length: number,
): Buffer {
  const hmac = createHmac('sha256', secret).update(number16(length)).update('HPKE-v1');
  return hmac.update(suite).update(label).update(info).update('\x01').digest().subarray(0, length);
}

/**
 * The key in base64url, as the contract has it.
 * @throws when it is no point of the curve.
 */
export function importPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey }, format: 'jwk' });
}

/** Whether something can be sealed to it: a point of small order makes a secret that everybody knows (section 7.1.4). */
export function isUsableKey(publicKey: string): boolean {
  try {
    encapsulate(importPublicKey(publicKey));
    return true;
  } catch {
    return false;
  }
}

const encapsulateX25519 = (recipient: KeyObject): Encapsulated => encapsulate(recipient);

/** What KeySchedule (section 5.1) makes of everything but the shared secret; the same for all messages. */
function scheduleContext(suite: Buffer, info: Uint8Array): Buffer {
  const pskIdHash = labeledExtract(suite, noSalt, 'psk_id_hash', none);
  return Buffer.concat([Buffer.of(0), pskIdHash, labeledExtract(suite, noSalt, 'info_hash', info)]);
}

/**
 * Seals single messages (section 6.1), each with a key of its own. DHKEM(X25519, HKDF-SHA256) is what OpenSSL has for such
 * keys; `encapsulateTo` is another one in tests alone.
 */
export function createSealer(
  info: Uint8Array,
  aead: Aead = aes256Gcm,
  encapsulateTo = encapsulateX25519,
) {
  const suite = hpkeSuite(aead);
  const context = scheduleContext(suite, info);
  return (recipient: KeyObject, aad: Uint8Array, plain: Uint8Array): Sealed => {
    const { ciphertext: enc, sharedKey } = encapsulateTo(recipient);
    const shared = createSecretKey(sharedKey);
    const secret = createSecretKey(labeledExtract(suite, shared, 'secret', none));
    const key = createSecretKey(labeledExpand(suite, secret, 'key', context, aead.keyLength));
    const nonce = labeledExpand(suite, secret, 'base_nonce', context, nonceLength);
    const cipher = createCipheriv(aead.cipher, key, nonce).setAAD(aad);
    return { enc, ct: [cipher.update(plain), cipher.final(), cipher.getAuthTag()] };
  };
}
