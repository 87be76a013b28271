import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';

/** Always named, when signing and when verifying: a token never says by which algorithm it is to be believed. */
const algorithm = 'HS256';
const audience = 'mayfly';

const claimsSchema = z.object({
  aud: z.literal(audience),
  sub: z.string().min(1).max(64),
  scope: z.enum(['read', 'manage', 'access']),
  jti: z.string().regex(/^[a-z0-9]{16}$/),
  exp: z.int().optional(),
});

export interface TokenClaims {
  /** The id of the inbox that it opens; with the scope `access` the id of the access. */
  readonly sub: string;
  readonly scope: 'read' | 'manage' | 'access';
  readonly jti: string;
  /** Milliseconds; null for an access, which ends when it is withdrawn. */
  readonly expiresAt: number | null;
}

/** Signs with the first key. The expiry is cut to whole seconds (RFC 7519 section 2, NumericDate). */
export function signToken(keys: Keys, claims: TokenClaims, now: number): string {
  const { kid, token } = keys.signing;
  const times = {
    iat: Math.floor(now / 1000),
    ...(claims.expiresAt !== null && { exp: Math.floor(claims.expiresAt / 1000) }),
  };
  const options = {
    algorithm,
    audience,
    subject: claims.sub,
    jwtid: claims.jti,
    keyid: kid,
  } as const;
  return jwt.sign({ scope: claims.scope, ...times }, token, options);
}

function kidOf(token: string): string | null {
  try {
    return jwt.decode(token, { complete: true })?.header.kid ?? null;
  } catch {
    return null;
  }
}

/** What a token says, when it is ours and lives; whether its inbox does is not looked up here. */
export function verifyToken(
  keys: Keys,
  token: string,
  now: number,
): Outcome<{ claims: TokenClaims }> {
  const invalid = { ok: false, code: 'token-invalid' } as const;
  const kid = token.length <= 2048 ? kidOf(token) : null;
  const keySet = kid === null ? undefined : keys.find(kid);
  if (keySet === undefined) return invalid;
  try {
    const clockTimestamp = Math.floor(now / 1000);
    const options = {
      algorithms: [algorithm],
      audience,
      clockTimestamp,
    } satisfies jwt.VerifyOptions;
    const { sub, scope, jti, exp } = claimsSchema.parse(jwt.verify(token, keySet.token, options));
    if (exp === undefined && scope !== 'access') return invalid;
    return {
      ok: true,
      claims: { sub, scope, jti, expiresAt: exp === undefined ? null : exp * 1000 },
    };
  } catch (error) {
    return error instanceof jwt.TokenExpiredError ? { ok: false, code: 'token-expired' } : invalid;
  }
}
