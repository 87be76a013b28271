import type { Client } from '@mayfly/shared/client/client';
import type { RestoredInbox } from '@mayfly/shared/contract/inbox';
import type { Found, Reply } from '../messaging/protocol.ts';
import type { OwnInbox } from '../storage/model.ts';
import type { FreshDeps } from './fresh-address.ts';
import { type InboxPlace, makeInbox } from './make-inbox.ts';

type ReopenDeps = Pick<
  FreshDeps,
  'storage' | 'contact' | 'clientFor' | 'readTab' | 'siteOf' | 'now' | 'onInboxes'
>;

/** It never ended, whatever the clock here says: its token still opens it. */
const isUnchanged = (past: OwnInbox, { id, expiresAt }: RestoredInbox) =>
  id === past.id && Date.parse(expiresAt) === past.expiresAt;

async function restore(client: Client, past: OwnInbox, publicKey: string): Promise<RestoredInbox> {
  const restored = await client.restoreInbox({ restoreKey: past.restoreKey, publicKey });
  return isUnchanged(past, restored)
    ? { ...restored, token: past.token, scope: 'manage' }
    : restored;
}

/** It stays bound to its site. Only a tab that shows the site is one beside which its links may open. */
async function placeOf(
  { readTab, siteOf }: ReopenDeps,
  { site, frameSite, isPrivate }: OwnInbox,
  tabId: number | null,
): Promise<InboxPlace> {
  const tab = tabId === null ? null : await readTab(tabId);
  const isThere = site !== null && tab !== null && (await siteOf(tab.url)) === site;
  const frame = frameSite === undefined ? {} : { frameSite };
  return { site, ...frame, tabId: isThere ? tabId : null, isPrivate };
}

/** Every past entry of the address: a file may have brought an older one back. */
async function pastOf({ storage }: ReopenDeps, past: OwnInbox): Promise<string[]> {
  const { id, address, relayUrl, isPrivate } = past;
  const inboxes = await storage.secrets.listInboxes();
  const others = inboxes.filter(
    (other) =>
      other.ended &&
      other.address === address &&
      other.relayUrl === relayUrl &&
      other.isPrivate === isPrivate,
  );
  return [id, ...others.map((other) => other.id)];
}

/** A mail that is sealed to a key of somebody else cannot be opened here. */
function foundAs({ readOnly, privateKey }: OwnInbox, publicKey: string | null): Found {
  if (readOnly !== true) return 'reopened';
  return publicKey === null || privateKey !== null ? 'living' : 'living-sealed';
}

/** Brings a past address back, hot and for the site that it had. */
export async function reopenInbox(
  deps: ReopenDeps,
  inboxId: string,
  tabId: number | null,
): Promise<Reply<{ inboxId: string; address: string; found: Found }>> {
  const { storage } = deps;
  const past = await storage.secrets.readInbox(inboxId);
  if (past === null) return { ok: false, trouble: 'not-found' };
  const url = past.relayUrl;
  const reopened = await makeInbox(deps, {
    relay: { url, accessToken: await storage.secrets.readAccessToken(url) },
    ask: (client, publicKey) => restore(client, past, publicKey),
    place: await placeOf(deps, past, tabId),
    reopening: { past, replaces: await pastOf(deps, past) },
  });
  if (!reopened.ok) return reopened;
  await deps.onInboxes();
  const { inbox, made } = reopened.value;
  return {
    ok: true,
    inboxId: inbox.id,
    address: inbox.address,
    found: foundAs(inbox, made.publicKey),
  };
}
