import { createHmac, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { signToken, type TokenClaims, verifyToken } from './access-token.ts';
import { deriveKeys } from './keys.ts';

const secret = 'a secret of at least 32 characters';
const keys = deriveKeys([{ kid: 'k1', secret }]);
const now = 1_800_000_000_000;
const claims: TokenClaims = {
  sub: `${'a'.repeat(16)}-${'b'.repeat(16)}`,
  scope: 'manage',
  jti: 'c'.repeat(16),
  expiresAt: now + 3_600_000,
};
const token = signToken(keys, claims, now);
const invalid = { ok: false, code: 'token-invalid' };

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const goodHeader = { alg: 'HS256', typ: 'JWT', kid: 'k1' };
const goodPayload = {
  aud: 'mayfly',
  sub: claims.sub,
  scope: 'manage',
  jti: claims.jti,
  exp: now / 1000 + 3600,
};

/** A token as anybody could write it, signed with the relay's real key where nothing else is said. */
function forge(header: object, payload: object, key: Parameters<typeof createHmac>[1]): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  const alg = 'alg' in header && header.alg === 'HS512' ? 'sha512' : 'sha256';
  return `${signed}.${createHmac(alg, key).update(signed).digest('base64url')}`;
}

describe('verifyToken', () => {
  test('gives back the claims', () => {
    expect(verifyToken(keys, token, now)).toEqual({ ok: true, claims });
  });

  test('accepts what the forger of these tests makes with the right key and claims', () => {
    const forged = forge(goodHeader, goodPayload, keys.signing.token);
    expect(verifyToken(keys, forged, now)).toEqual({ ok: true, claims });
  });

  test('accepts an earlier secret for as long as it is listed', () => {
    const rotated = deriveKeys([
      { kid: 'k2', secret: 'a newer secret of at least 32 characters' },
      { kid: 'k1', secret },
    ]);
    expect(verifyToken(rotated, token, now).ok).toBe(true);
    const dropped = deriveKeys([{ kid: 'k2', secret }]);
    expect(verifyToken(dropped, token, now)).toEqual(invalid);
  });

  test('names expiry as the reason, from the very second on', () => {
    const end = now + 3_600_000;
    expect(verifyToken(keys, token, end - 1).ok).toBe(true);
    expect(verifyToken(keys, token, end)).toEqual({ ok: false, code: 'token-expired' });
  });

  test('names no reason for an expired token of somebody else', () => {
    const forged = forge(goodHeader, { ...goodPayload, exp: 1 }, Buffer.alloc(32));
    expect(verifyToken(keys, forged, now)).toEqual(invalid);
  });

  test('lets an access live without an end, but no inbox', () => {
    const access = { ...claims, scope: 'access', expiresAt: null } as const;
    expect(verifyToken(keys, signToken(keys, access, now), now)).toEqual({
      ok: true,
      claims: access,
    });
    const endless = signToken(keys, { ...claims, expiresAt: null }, now);
    expect(verifyToken(keys, endless, now)).toEqual(invalid);
  });

  test.each([
    [
      'alg none without a signature',
      `${encode({ ...goodHeader, alg: 'none' })}.${encode(goodPayload)}.`,
    ],
    [
      'alg none with the signature of a good token',
      `${encode({ ...goodHeader, alg: 'none' })}.${encode(goodPayload)}.${token.split('.')[2]}`,
    ],
    [
      'HS512 with the right key',
      forge({ ...goodHeader, alg: 'HS512' }, goodPayload, keys.signing.token),
    ],
    ['another key', forge(goodHeader, goodPayload, Buffer.alloc(32, 1))],
    ['an empty key', forge(goodHeader, goodPayload, '')],
    ['a short key', forge(goodHeader, goodPayload, 'secret')],
    ['the secret itself as the key', forge(goodHeader, goodPayload, secret)],
    ['the key for restore keys', forge(goodHeader, goodPayload, keys.signing.restoreKey)],
    ['another audience', forge(goodHeader, { ...goodPayload, aud: 'other' }, keys.signing.token)],
    ['no audience', forge(goodHeader, { ...goodPayload, aud: undefined }, keys.signing.token)],
    ['no scope', forge(goodHeader, { ...goodPayload, scope: undefined }, keys.signing.token)],
    ['an unknown scope', forge(goodHeader, { ...goodPayload, scope: 'root' }, keys.signing.token)],
    ['no end', forge(goodHeader, { ...goodPayload, exp: undefined }, keys.signing.token)],
    ['an end that is text', forge(goodHeader, { ...goodPayload, exp: '9' }, keys.signing.token)],
    ['no jti', forge(goodHeader, { ...goodPayload, jti: undefined }, keys.signing.token)],
    ['no kid', forge({ alg: 'HS256' }, goodPayload, keys.signing.token)],
    ['an unknown kid', forge({ ...goodHeader, kid: 'k9' }, goodPayload, keys.signing.token)],
    [
      'a kid of an object',
      forge({ ...goodHeader, kid: '__proto__' }, goodPayload, keys.signing.token),
    ],
    ['a payload that is no object', `${encode(goodHeader)}.${encode([])}.${token.split('.')[2]}`],
    ['nothing', ''],
    ['one part', 'abc'],
    ['three empty parts', '..'],
    ['a header that is no JSON', `AAAA.${token.split('.')[1]}.${token.split('.')[2]}`],
    ['a good token with a character more', `${token}A`],
    ['a text of megabytes', 'a.'.repeat(1_000_000)],
  ])('refuses %s', (_what, forged) => {
    expect(verifyToken(keys, forged, now)).toEqual(invalid);
  });

  test('refuses a token signed by a key pair', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = jwt.sign(goodPayload, privateKey, { algorithm: 'RS256', keyid: 'k1' });
    expect(verifyToken(keys, forged, now)).toEqual(invalid);
  });
});
