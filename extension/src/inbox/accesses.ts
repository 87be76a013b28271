import type { ListedAccess } from '@mayfly/shared/contract/access';
import type { Client } from '@mayfly/shared/client/client';
import type { Reply } from '../messaging/protocol.ts';
import type { Storage } from '../storage/storage.ts';
import { type Attempt, asAccess, type Contact } from './contact.ts';
import type { ClientFor } from './relay-clients.ts';

export interface AccessesDeps {
  readonly storage: Storage;
  readonly contact: Contact;
  readonly clientFor: ClientFor;
}

/** Asks the relay that is set, by the access that this browser has there. */
async function ask<T>(
  { storage, contact, clientFor }: AccessesDeps,
  question: (client: Client) => Promise<T>,
): Promise<Attempt<T>> {
  const { url, accessToken } = await storage.relay.readSettings();
  if (accessToken === null) return { ok: false, trouble: 'access-required' };
  return asAccess(await contact.attempt(url, () => question(clientFor(url, accessToken))));
}

export async function listAccess(
  deps: AccessesDeps,
): Promise<Reply<{ items: readonly ListedAccess[] }>> {
  const listed = await ask(deps, (client) => client.listAccess());
  return listed.ok ? { ok: true, items: listed.value.items } : listed;
}

/** Ends the addresses that were made with it, too. */
export async function withdrawAccess(deps: AccessesDeps, id: string): Promise<Reply<object>> {
  const withdrawn = await ask(deps, (client) => client.withdrawAccess(id));
  return withdrawn.ok ? { ok: true } : withdrawn;
}
