import type { RestoredInbox, RestoreInbox } from '@mayfly/shared/contract/inbox';
import { lookUpAddress } from './address-tag.ts';
import { parseAddress } from './address.ts';
import { type CreateInboxDeps, isKeptBack, newRecord } from './create-inbox.ts';
import type { Outcome } from './errors.ts';
import { describeInbox, issueToken, lifeOf } from './inbox-record.ts';
import type { Events, InboxRecord } from './ports.ts';
import { makeRestoreKey, readRestoreKey, type RestoreKey } from './restore-key.ts';
import { checkKey } from './wrap-part.ts';

export interface RestoreInboxDeps extends Omit<CreateInboxDeps, 'events'> {
  readonly events: Pick<Events, 'inboxReopened'>;
}

/** What was asked for, by whom, and what the key says. */
interface Wish {
  readonly input: RestoreInbox;
  readonly key: RestoreKey;
  readonly accessId: string | null;
}

type Restored = Outcome<{ restored: RestoredInbox }>;

/** Two who reopen the same address at once: the second finds it living. */
const attempts = 3;

/** Whoever stole the key of a living inbox can neither change its key nor end it. */
function readLiving(deps: RestoreInboxDeps, inbox: InboxRecord, restoreKey: string): Restored {
  const scope = 'read';
  const { token } = issueToken(deps, inbox, scope);
  return { ok: true, restored: { ...describeInbox(inbox), token, restoreKey, scope } };
}

async function reopen(deps: RestoreInboxDeps, wish: Wish): Promise<Restored> {
  const { input, key, accessId } = wish;
  const inbox = newRecord(deps, { input, accessId }, key.address);
  const stored = await deps.store.createInbox(inbox, { reopen: true });
  if (!stored.ok) return stored;
  deps.events.inboxReopened(lifeOf(inbox));
  const scope = 'manage';
  const { token } = issueToken(deps, inbox, scope);
  // Made with the present secret, so that the address outlives the one of its time.
  const restoreKey = makeRestoreKey(deps.keys.signing, key.seed, key.address);
  return { ok: true, restored: { ...describeInbox(inbox), token, restoreKey, scope } };
}

/** Whether mail for the address can reach an inbox here, as things are now. */
function checkPlace(deps: RestoreInboxDeps, { address }: RestoreKey): Outcome {
  const place = parseAddress(address);
  if (place === null || !deps.domains.includes(place.domain)) {
    return { ok: false, code: 'domain-unknown' };
  }
  return isKeptBack(deps, place.localPart) ? { ok: false, code: 'address-reserved' } : { ok: true };
}

/**
 * Reopens an address by its restore key as a new inbox: the tokens of earlier ones stay dead. The key alone says which
 * address it is, so this works for a relay that remembers nothing.
 */
export async function restoreInbox(
  deps: RestoreInboxDeps,
  input: RestoreInbox,
  accessId: string | null,
): Promise<Restored> {
  const key = readRestoreKey(deps.keys, input.restoreKey);
  if (key === null) return { ok: false, code: 'restore-key-invalid' };
  const place = checkPlace(deps, key);
  if (!place.ok) return place;
  checkKey(input.publicKey);
  for (let attempt = 1; ; attempt += 1) {
    const found = await lookUpAddress(deps.store, deps.keys, key.address);
    if (found.state === 'living') return readLiving(deps, found.inbox, input.restoreKey);
    const outcome = await reopen(deps, { input, key, accessId });
    const again = !outcome.ok && outcome.code === 'address-taken' && attempt < attempts;
    if (!again) return outcome;
  }
}
