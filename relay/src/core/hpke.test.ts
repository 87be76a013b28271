import { createPrivateKey, createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Aead, createSealer, importPublicKey, isUsableKey, type KeyPair } from './hpke.ts';

const octets = (hex: string) => Buffer.from(hex, 'hex');

/** The PKCS #8 form of an X25519 key (RFC 8410 section 7), but for the 32 octets at its end. */
const pkcs8 = octets('302e020100300506032b656e04220420');

function pairOf(secret: string): KeyPair {
  const der = Buffer.concat([pkcs8, octets(secret)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** RFC 9180, appendix A.1.1: base mode with AES-128-GCM; all but the cipher and its key length is as here. */
test('seals what RFC 9180 gives as its example', () => {
  const aes128Gcm: Aead = { id: 1, cipher: 'aes-128-gcm', keyLength: 16 };
  const seal = createSealer(octets('4f6465206f6e2061204772656369616e2055726e'), aes128Gcm);
  const recipient = importPublicKey(
    octets('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d').toString(
      'base64url',
    ),
  );
  const ephemeral = pairOf('52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736');
  const plain = octets('4265617574792069732074727574682c20747275746820626561757479');
  const { enc, ct } = seal(recipient, octets('436f756e742d30'), plain, ephemeral);
  expect(Buffer.from(enc).toString('hex')).toBe(
    '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  );
  expect(Buffer.from(ct).toString('hex')).toBe(
    'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  );
});

test('two seals of the same have nothing in common', () => {
  const seal = createSealer(Buffer.from('test'));
  const { publicKey } = pairOf('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8');
  const [one, two] = [0, 1].map(() => seal(publicKey, Buffer.of(), Buffer.from('the same')));
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
