import type {
  CreatedInbox,
  CreatedToken,
  CreateInbox,
  ExtendedInbox,
  Inbox,
  InboxId,
  TokenScope,
} from '@mayfly/shared/contract/inbox';
import { createAnnounce } from './announce.ts';
import { createInbox, type CreateInboxDeps } from './create-inbox.ts';
import type { Outcome } from './errors.ts';
import { describeInbox, endAfter, issueToken } from './inbox-record.ts';
import type { Events, InboxRecord, Publisher, Store } from './ports.ts';

export interface InboxesDeps extends CreateInboxDeps {
  readonly store: Pick<
    Store,
    'createInbox' | 'findAddress' | 'extendInbox' | 'deleteInbox' | 'revokeToken'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly events: Pick<Events, 'inboxCreated' | 'inboxEnded' | 'fault'>;
}

export interface Inboxes {
  create(input: CreateInbox, accessId: string | null): Promise<Outcome<{ created: CreatedInbox }>>;
  describe(inbox: InboxRecord): Inbox;
  /** Its end is now + `ttlMinutes`, at most the end of its life. The fresh token has the scope `manage`. */
  extend(inbox: InboxRecord, ttlMinutes: number): Promise<Outcome<{ extended: ExtendedInbox }>>;
  remove(id: InboxId): Promise<Outcome>;
  /** A token that ends with the inbox, or before. */
  createToken(inbox: InboxRecord, scope: TokenScope, ttlMinutes?: number): CreatedToken;
  /** What was opened with the token ends at once. */
  revokeToken(id: InboxId, jti: string): Promise<Outcome>;
}

const notFound = { ok: false, code: 'not-found' } as const;

export function createInboxes(deps: InboxesDeps): Inboxes {
  const { store, clock, events } = deps;
  const announce = createAnnounce(deps.publisher, events);
  return {
    create: (input, accessId) => createInbox(deps, input, accessId),
    describe: describeInbox,
    async extend({ id, maxExpiresAt }, ttlMinutes) {
      const end = Math.min(endAfter(clock(), ttlMinutes), maxExpiresAt);
      const inbox = await store.extendInbox(id, end);
      if (inbox === null) return notFound;
      await announce(id, { kind: 'extended', expiresAt: inbox.expiresAt });
      const { token } = issueToken(deps, inbox, 'manage');
      return { ok: true, extended: { ...describeInbox(inbox), token } };
    },
    async remove(id) {
      if (!(await store.deleteInbox(id))) return notFound;
      events.inboxEnded({ inbox: id, reason: 'deleted' });
      await announce(id, { kind: 'ended' });
      return { ok: true };
    },
    createToken(inbox, scope, ttlMinutes) {
      const wanted = ttlMinutes === undefined ? inbox.expiresAt : endAfter(clock(), ttlMinutes);
      const expiresAt = Math.min(wanted, inbox.expiresAt);
      const { token, jti } = issueToken(deps, inbox, scope, expiresAt);
      return { token, jti, scope, expiresAt: new Date(expiresAt).toISOString() };
    },
    async revokeToken(id, jti) {
      if (!(await store.revokeToken(id, jti))) return notFound;
      await announce(id, { kind: 'revoked', jti });
      return { ok: true };
    },
  };
}
