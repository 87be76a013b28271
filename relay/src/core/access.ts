import { signToken, verifyToken } from './access-token.ts';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';
import type { AccessRecord, Clock, Random, Store } from './ports.ts';
import { randomName } from './random-name.ts';

export interface AccessDeps {
  readonly mode: 'open' | 'private';
  readonly store: Pick<Store, 'saveAccess' | 'findAccess'>;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Access {
  /** May the bearer of this token make inboxes? On an open relay everybody may. */
  admit(token: string | null): Promise<Outcome<{ accessId: string | null }>>;
  /** Whose token is it? Asked on an open relay, too. */
  identify(token: string | null): Promise<Outcome<{ access: AccessRecord }>>;
  /** Gives a browser the right to make inboxes until it is withdrawn. */
  issue(label: string): Promise<{ readonly access: AccessRecord; readonly token: string }>;
}

export function createAccess({ mode, store, keys, clock, random }: AccessDeps): Access {
  const identify: Access['identify'] = async (token) => {
    if (token === null) return { ok: false, code: 'access-required' };
    const verified = verifyToken(keys, token, clock());
    if (!verified.ok) return verified;
    const { scope, sub } = verified.claims;
    if (scope !== 'access') return { ok: false, code: 'access-required' };
    const access = await store.findAccess(sub);
    return access === null ? { ok: false, code: 'token-invalid' } : { ok: true, access };
  };
  return {
    identify,
    async admit(token) {
      if (mode === 'open') return { ok: true, accessId: null };
      const known = await identify(token);
      return known.ok ? { ok: true, accessId: known.access.id } : known;
    },
    async issue(label) {
      const access: AccessRecord = { id: randomName(random, 16), label, createdAt: clock() };
      await store.saveAccess(access);
      const claims = { sub: access.id, scope: 'access', jti: randomName(random, 16) } as const;
      return { access, token: signToken(keys, { ...claims, expiresAt: null }, clock()) };
    },
  };
}
