import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox, RestoredInbox } from '@mayfly/shared/contract/inbox';
import { newSealingKeys, type SealingKeys } from '@mayfly/shared/sealing/hpke';
import type { OwnInbox, RelaySettings } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { asAccess, type Attempt, type Contact } from './contact.ts';
import type { ClientFor } from './relay-clients.ts';
import { hotMs } from './schedule.ts';

export interface MakeDeps {
  readonly storage: Storage;
  readonly contact: Contact;
  readonly clientFor: ClientFor;
  readonly now: () => number;
}

/** What the browser alone knows of an inbox. */
export type InboxPlace = Pick<OwnInbox, 'site' | 'frameSite' | 'tabId' | 'isPrivate'>;

/** A fresh inbox, or one at an address that was there before. */
type Made = CreatedInbox & Partial<Pick<RestoredInbox, 'scope'>>;

interface Reopening {
  readonly past: OwnInbox;
  /** The entries whose place it takes. */
  readonly replaces: readonly string[];
}

interface Making {
  readonly relay: Pick<RelaySettings, 'url' | 'accessToken'>;
  /** The key is one to which nothing else is sealed. */
  readonly ask: (client: Client, publicKey: string) => Promise<Made>;
  readonly place: InboxPlace;
  readonly reopening?: Reopening;
}

/** An inbox that lives stays sealed to the key that it has: ours when it is the one that we know. */
function privateKeyFor(made: Made, keys: SealingKeys, past: OwnInbox | undefined): string | null {
  if (made.publicKey === keys.publicKey) return keys.privateKey;
  return made.id === past?.id ? (past.privateKey ?? null) : null;
}

type Answer = Pick<OwnInbox, 'relayUrl' | 'privateKey'> & { readonly made: Made };

function ownInbox({ made, ...keys }: Answer, place: InboxPlace, now: number): OwnInbox {
  return {
    id: made.id,
    address: made.address,
    token: made.token,
    restoreKey: made.restoreKey,
    ...keys,
    createdAt: Date.parse(made.createdAt),
    expiresAt: Date.parse(made.expiresAt),
    hotUntil: now + hotMs,
    cursor: null,
    ended: false,
    ...(made.scope === 'read' && { readOnly: true }),
    ...place,
  };
}

/** Asks a relay for an inbox, and keeps it. Every inbox comes from here, fresh or reopened. */
export async function makeInbox(
  { storage, contact, clientFor, now }: MakeDeps,
  { relay, ask, place, reopening }: Making,
): Promise<Attempt<{ inbox: OwnInbox; made: Made }>> {
  const { url, accessToken } = relay;
  const keys = await newSealingKeys();
  const asked = asAccess(
    await contact.attempt(url, () => ask(clientFor(url, accessToken), keys.publicKey)),
  );
  if (!asked.ok) return asked;
  const made = asked.value;
  const privateKey = privateKeyFor(made, keys, reopening?.past);
  const inbox = ownInbox({ made, relayUrl: url, privateKey }, place, now());
  await storage.secrets.edit(inbox.isPrivate, async (mail) => {
    for (const id of reopening?.replaces ?? []) await mail.removeInbox(id);
    await mail.putInbox(inbox);
  });
  return { ok: true, value: { inbox, made } };
}
