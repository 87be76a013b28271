import type {
  CreatedInbox,
  CreatedToken,
  CreateInbox,
  ExtendedInbox,
  ExtendInbox,
  Inbox,
  InboxId,
  RestoredInbox,
  RestoreInbox,
  TokenScope,
} from '@mayfly/shared/contract/inbox';
import { type Announce, createAnnounce } from './announce.ts';
import { createInbox, type CreateInboxDeps } from './create-inbox.ts';
import type { Outcome } from './errors.ts';
import { describeInbox, endAfter, issueToken } from './inbox-record.ts';
import type { Events, InboxRecord, Publisher, Store } from './ports.ts';
import { restoreInbox } from './restore-inbox.ts';
import { checkKey } from './wrap-part.ts';

export interface InboxesDeps extends CreateInboxDeps {
  readonly store: Pick<
    Store,
    'createInbox' | 'findAddress' | 'changeInbox' | 'deleteInbox' | 'revokeToken' | 'findAccess'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly events: Pick<
    Events,
    'inboxCreated' | 'inboxReopened' | 'inboxRekeyed' | 'inboxEnded' | 'fault'
  >;
}

export interface Inboxes {
  /** `accessId`: of the access that was admitted. One that was withdrawn since makes nothing. */
  create(input: CreateInbox, accessId: string | null): Promise<Outcome<{ created: CreatedInbox }>>;
  /** Reopens an address; while it lives the answer only lets read. */
  restore(
    input: RestoreInbox,
    accessId: string | null,
  ): Promise<Outcome<{ restored: RestoredInbox }>>;
  describe(inbox: InboxRecord): Inbox;
  /**
   * Its end is now + `ttlMinutes`, at most the end of its life; its mail is sealed to `publicKey` from now on. The fresh
   * token has the scope `manage`.
   */
  change(inbox: InboxRecord, input: ExtendInbox): Promise<Outcome<{ changed: ExtendedInbox }>>;
  remove(id: InboxId): Promise<Outcome>;
  /** A token that ends with the inbox, or before. */
  createToken(inbox: InboxRecord, scope: TokenScope, ttlMinutes?: number): CreatedToken;
  /** What was opened with the token ends at once. */
  revokeToken(id: InboxId, jti: string): Promise<Outcome>;
}

const withdrawn = { ok: false, code: 'token-invalid' } as const;
const notFound = { ok: false, code: 'not-found' } as const;

async function changeInbox(
  deps: InboxesDeps,
  announce: Announce,
  { id, maxExpiresAt }: InboxRecord,
  { ttlMinutes, publicKey }: ExtendInbox,
): Promise<Outcome<{ changed: ExtendedInbox }>> {
  checkKey(publicKey);
  const wanted = ttlMinutes === undefined ? undefined : endAfter(deps.clock(), ttlMinutes);
  const inbox = await deps.store.changeInbox(id, {
    ...(wanted !== undefined && { expiresAt: Math.min(wanted, maxExpiresAt) }),
    ...(publicKey !== undefined && { publicKey }),
  });
  if (inbox === null) return notFound;
  if (publicKey !== undefined) {
    deps.events.inboxRekeyed({ inbox: id });
    await announce(id, { kind: 'rekeyed', publicKey });
  }
  if (wanted !== undefined) await announce(id, { kind: 'extended', expiresAt: inbox.expiresAt });
  const { token } = issueToken(deps, inbox, 'manage');
  return { ok: true, changed: { ...describeInbox(inbox), token } };
}

export function createInboxes(deps: InboxesDeps): Inboxes {
  const { store, clock, events } = deps;
  const announce = createAnnounce(deps.publisher, events);
  /** Looked at again: who withdraws an access ends the inboxes that are there at that moment. */
  const isWithdrawn = async (accessId: string | null) =>
    accessId !== null && (await store.findAccess(accessId)) === null;
  const remove: Inboxes['remove'] = async (id) => {
    if (!(await store.deleteInbox(id))) return notFound;
    events.inboxEnded({ inbox: id, reason: 'deleted' });
    await announce(id, { kind: 'ended' });
    return { ok: true };
  };
  return {
    remove,
    async create(input, accessId) {
      const made = await createInbox(deps, input, accessId);
      if (!made.ok || !(await isWithdrawn(accessId))) return made;
      await remove(made.created.id);
      return withdrawn;
    },
    async restore(input, accessId) {
      const made = await restoreInbox(deps, input, accessId);
      const isNew = made.ok && made.restored.scope === 'manage';
      if (!isNew || !(await isWithdrawn(accessId))) return made;
      await remove(made.restored.id);
      return withdrawn;
    },
    describe: describeInbox,
    change: (inbox, input) => changeInbox(deps, announce, inbox, input),
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
