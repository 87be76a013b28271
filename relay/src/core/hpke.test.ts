import { createPrivateKey, decapsulate } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Aead, createSealer, importPublicKey, isUsableKey } from './hpke.ts';

const octets = (hex: string) => Buffer.from(hex, 'hex');

/** The PKCS #8 form of an X25519 key (RFC 8410 section 7), but for the 32 octets at its end. */
const pkcs8 = octets('302e020100300506032b656e04220420');

function privateKeyOf(secret: string) {
  const der = Buffer.concat([pkcs8, octets(secret)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** RFC 9180, appendix A.1.1: base mode with AES-128-GCM; all but the cipher and its key length is as here. */
const example = {
  info: octets('4f6465206f6e2061204772656369616e2055726e'),
  privateKey: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  publicKey: octets('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  enc: octets('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  shared: octets('fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc'),
  aad: octets('436f756e742d30'),
  plain: octets('4265617574792069732074727574682c20747275746820626561757479'),
  sealed:
    'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
};
const recipient = importPublicKey(example.publicKey.toString('base64url'));

test('the key encapsulation of Node is that of RFC 9180', () => {
  const found = decapsulate(privateKeyOf(example.privateKey), example.enc);
  expect(found.toString('hex')).toBe(example.shared.toString('hex'));
});

test('seals what RFC 9180 gives as its example', () => {
  const aes128Gcm: Aead = { id: 1, cipher: 'aes-128-gcm', keyLength: 16 };
  const encapsulated = { ciphertext: example.enc, sharedKey: example.shared };
  const seal = createSealer(example.info, aes128Gcm, () => encapsulated);
  const { enc, ct } = seal(recipient, example.aad, example.plain);
  expect(Buffer.from(enc).toString('hex')).toBe(example.enc.toString('hex'));
  expect(Buffer.concat(ct).toString('hex')).toBe(example.sealed);
});

test('two seals of the same have nothing in common', () => {
  const seal = createSealer(Buffer.from('test'));
  const [one, two] = [0, 1].map(() => seal(recipient, Buffer.of(), Buffer.from('the same')));
  expect(one?.enc).not.toEqual(two?.enc);
  expect(one?.ct).not.toEqual(two?.ct);
});

test.each([
  ['of small order', Buffer.alloc(32)],
  ['of small order, too', Buffer.of(1, ...Buffer.alloc(31))],
  ['too short', Buffer.alloc(31, 9)],
])('a key that is %s is no use', (_, key) => {
  expect(isUsableKey(key.toString('base64url'))).toBe(false);
});
