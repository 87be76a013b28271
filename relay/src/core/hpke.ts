import {
  createCipheriv,
  createHmac,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
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

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export interface Sealed {
  /** The encapsulated key, 32 octets. */
  readonly enc: Uint8Array;
  /** The ciphertext and its tag of 16 octets. */
  readonly ct: Uint8Array;
}

const none = Buffer.alloc(0);
/** HMAC fills a short key up with zeros, so this is the empty salt. */
const noSalt = createSecretKey(Buffer.alloc(32));
const [hashLength, nonceLength] = [32, 12];
const number16 = (value: number) => Buffer.of(value >> 8, value & 0xff);

const kemSuite = Buffer.from('KEM\x00\x20', 'latin1');
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

const rawOf = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

/**
 * The key in base64url, as the contract has it.
 * @throws when it is no point of the curve.
 */
export function importPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey }, format: 'jwk' });
}

export const newKeyPair = (): KeyPair => generateKeyPairSync('x25519');

/** Whether something can be sealed to it: a point of small order makes a secret that everybody knows (section 7.1.4). */
export function isUsableKey(publicKey: string): boolean {
  try {
    const { privateKey } = newKeyPair();
    diffieHellman({ privateKey, publicKey: importPublicKey(publicKey) });
    return true;
  } catch {
    return false;
  }
}

/** Encap of RFC 9180 section 4.1, with the given ephemeral key. */
function encapsulate(recipient: KeyObject, ephemeral: KeyPair) {
  const dh = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient });
  const enc = rawOf(ephemeral.publicKey);
  const context = Buffer.concat([enc, rawOf(recipient)]);
  const extracted = createSecretKey(labeledExtract(kemSuite, noSalt, 'eae_prk', dh));
  const shared = labeledExpand(kemSuite, extracted, 'shared_secret', context, hashLength);
  return { enc, shared: createSecretKey(shared) };
}

/** What KeySchedule (section 5.1) makes of everything but the shared secret; the same for all messages. */
function scheduleContext(suite: Buffer, info: Uint8Array): Buffer {
  const pskIdHash = labeledExtract(suite, noSalt, 'psk_id_hash', none);
  return Buffer.concat([Buffer.of(0), pskIdHash, labeledExtract(suite, noSalt, 'info_hash', info)]);
}

/** Seals single messages (section 6.1), each with a key of its own. `ephemeral` is given by tests alone. */
export function createSealer(info: Uint8Array, aead: Aead = aes256Gcm) {
  const suite = hpkeSuite(aead);
  const context = scheduleContext(suite, info);
  return (
    recipient: KeyObject,
    aad: Uint8Array,
    plain: Uint8Array,
    ephemeral: KeyPair = newKeyPair(),
  ): Sealed => {
    const { enc, shared } = encapsulate(recipient, ephemeral);
    const secret = createSecretKey(labeledExtract(suite, shared, 'secret', none));
    const key = labeledExpand(suite, secret, 'key', context, aead.keyLength);
    const nonce = labeledExpand(suite, secret, 'base_nonce', context, nonceLength);
    const cipher = createCipheriv(aead.cipher, createSecretKey(key), nonce).setAAD(aad);
    const ct = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { enc, ct };
  };
}
