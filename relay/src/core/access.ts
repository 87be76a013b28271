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
  /** Gives a browser the right to make inboxes until it is withdrawn. */
  issue(label: string): Promise<{ readonly access: AccessRecord; readonly token: string }>;
}

export function createAccess({ mode, store, keys, clock, random }: AccessDeps): Access {
  return {
    async admit(token) {
      if (mode === 'open') return { ok: true, accessId: null };
      if (token === null) return { ok: false, code: 'access-required' };
      const verified = verifyToken(keys, token, clock());
      if (!verified.ok) return verified;
      const { scope, sub } = verified.claims;
      if (scope !== 'access') return { ok: false, code: 'access-required' };
      const access = await store.findAccess(sub);
      return access === null
        ? { ok: false, code: 'token-invalid' }
        : { ok: true, accessId: access.id };
    },
    async issue(label) {
      const access: AccessRecord = { id: randomName(random, 16), label, createdAt: clock() };
      await store.saveAccess(access);
      const claims = { sub: access.id, scope: 'access', jti: randomName(random, 16) } as const;
      return { access, token: signToken(keys, { ...claims, expiresAt: null }, clock()) };
    },
  };
}
