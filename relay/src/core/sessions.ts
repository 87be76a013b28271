import { inboxIdSchema, type TokenScope } from '@mayfly/shared/contract/inbox';
import { verifyToken } from './access-token.ts';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';
import { operatorInboxId } from './operator-mailbox.ts';
import type { Clock, InboxRecord, Store } from './ports.ts';

/** A living inbox, opened by a token. */
export interface Session {
  readonly inbox: InboxRecord;
  readonly scope: TokenScope;
  readonly jti: string;
  readonly tokenExpiresAt: number;
}

export interface SessionsDeps {
  readonly store: Pick<Store, 'findInbox'>;
  readonly keys: Keys;
  readonly clock: Clock;
}

export interface Sessions {
  /** `id`: the inbox that the request names. Another one and one that does not exist get the same `not-found`. */
  open(
    token: string,
    need: { readonly scope: TokenScope; readonly id?: string },
  ): Promise<Outcome<{ session: Session }>>;
}

export function createSessions({ store, keys, clock }: SessionsDeps): Sessions {
  return {
    async open(token, need) {
      const verified = verifyToken(keys, token, clock());
      if (!verified.ok) return verified;
      const { sub, scope, jti, expiresAt } = verified.claims;
      const id = inboxIdSchema.safeParse(sub);
      const named = need.id === undefined || need.id === sub;
      // The operator's mailbox is read on the machine alone; no token is made for it, and none would open it.
      const isInbox = id.success && id.data !== operatorInboxId;
      if (scope === 'access' || expiresAt === null || !named || !isInbox) {
        return { ok: false, code: 'not-found' };
      }
      const found = await store.findInbox(id.data);
      if (found === null) return { ok: false, code: 'not-found' };
      if (found.revoked.has(jti)) return { ok: false, code: 'token-invalid' };
      if (need.scope === 'manage' && scope !== 'manage') {
        return { ok: false, code: 'scope-insufficient' };
      }
      return { ok: true, session: { inbox: found.inbox, scope, jti, tokenExpiresAt: expiresAt } };
    },
  };
}
