import type { CreatedInbox, CreateInbox, RestoredInbox } from '@mayfly/shared/contract/inbox';
import type { SealingKeys } from '@mayfly/shared/sealing/hpke';
import type { OwnInbox } from '../storage/model.ts';
import type { KeptActions } from './kept-actions.ts';
import { makeKeys } from './sealing.ts';
import type { State } from './state.ts';
import { attempt, type Outcome } from './trouble.ts';

/** What somebody asks of a fresh address. */
export interface Wish extends Omit<CreateInbox, 'publicKey'> {
  /** They know that its mail cannot be sealed here, and want it anyway. */
  readonly plain?: boolean;
}

function ownInbox(created: CreatedInbox, privateKey: string | null): OwnInbox {
  const { id, address, token, restoreKey } = created;
  const times = {
    createdAt: Date.parse(created.createdAt),
    expiresAt: Date.parse(created.expiresAt),
  };
  return { id, address, token, restoreKey, privateKey, ...times, cursor: null, ended: false };
}

/** A living one was opened again elsewhere, or never ended: then its token and key are those that are here. */
function reopenedInbox(
  past: OwnInbox,
  { scope, ...restored }: RestoredInbox,
  keys: SealingKeys | null,
): OwnInbox {
  if (scope === 'manage') return ownInbox(restored, keys?.privateKey ?? null);
  const expiresAt = Date.parse(restored.expiresAt);
  if (restored.id === past.id) return { ...past, expiresAt, ended: false };
  return { ...ownInbox(restored, null), readOnly: true };
}

/** What a person does with addresses. Each says why when it did not work. */
export function createInboxActions(
  { client, write, replace }: State,
  { adopt, forget }: Pick<KeptActions, 'adopt' | 'forget'>,
  follow: () => void,
) {
  return {
    async make({ plain = false, ...wish }: Wish = {}): Promise<Outcome<OwnInbox>> {
      const keys = plain ? null : await makeKeys();
      if (keys === null && !plain) return { ok: false, trouble: 'not-sealed' };
      return attempt(async () => {
        const body = keys === null ? wish : { ...wish, publicKey: keys.publicKey };
        const { createInbox } = await client();
        return adopt(ownInbox(await createInbox(body), keys?.privateKey ?? null));
      });
    },
    /** Brings a past address back as a new inbox, in the place of the old one. */
    async reopen(past: OwnInbox): Promise<Outcome<OwnInbox>> {
      const keys = past.privateKey === null ? null : await makeKeys();
      if (keys === null && past.privateKey !== null) return { ok: false, trouble: 'not-sealed' };
      return attempt(async () => {
        const publicKey = keys === null ? {} : { publicKey: keys.publicKey };
        const { restoreInbox } = await client();
        const restored = await restoreInbox({ restoreKey: past.restoreKey, ...publicKey });
        const reopened = reopenedInbox(past, restored, keys);
        if (reopened.id !== past.id) await forget(past.id);
        return adopt(reopened);
      });
    },
    extend: (inbox: OwnInbox, ttlMinutes: number): Promise<Outcome<number>> =>
      attempt(async () => {
        const { id, token: old } = inbox;
        const { extendInbox } = await client();
        const { token, expiresAt: text } = await extendInbox(id, ttlMinutes, {
          token: old,
        });
        const expiresAt = Date.parse(text);
        await write({ putInboxes: replace(id, { token, expiresAt }) });
        follow();
        return expiresAt;
      }),
    remove: (inbox: OwnInbox): Promise<Outcome<void>> =>
      attempt(async () => {
        const { deleteInbox } = await client();
        await deleteInbox(inbox.id, { token: inbox.token });
        await forget(inbox.id);
      }),
  };
}
