import type { PageOffers, Reply } from '../messaging/protocol.ts';
import type { SenderFacts } from '../messaging/sender-kind.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { freshAddress, type FreshDeps } from './fresh-address.ts';
import { inboxesAt, type PlaceDeps, placeOf } from './page-place.ts';
import { hotMs } from './schedule.ts';

/** What has come to some addresses within the last minutes, the newest first; what was seen is done with. */
export async function latestUnseen(
  { storage, now }: { readonly storage: Storage; readonly now: () => number },
  inboxes: readonly OwnInbox[],
): Promise<OwnMessage[]> {
  const messages = await Promise.all(inboxes.map(({ id }) => storage.secrets.listMessages(id)));
  return messages
    .flat()
    .filter(({ message }) => !message.seen && Date.parse(message.receivedAt) > now() - hotMs)
    .toSorted((a, b) => Date.parse(b.message.receivedAt) - Date.parse(a.message.receivedAt));
}

async function codeFor(deps: PlaceDeps, inboxes: readonly OwnInbox[]): Promise<PageOffers['code']> {
  for (const { id, inboxId, message } of await latestUnseen(deps, inboxes)) {
    const value = message.content?.codes[0]?.value;
    if (value !== undefined) return { value, inboxId, messageId: id };
  }
  return null;
}

/** What the fields of a page may be offered: what belongs to its site, and nothing else. */
export async function pageOffers(deps: PlaceDeps, sender: SenderFacts): Promise<PageOffers> {
  const place = await placeOf(deps.siteOf, sender);
  const { site, frameSite } = place;
  const inboxes = await inboxesAt(deps, place);
  const off = await deps.storage.sites.readOff();
  return {
    isOff: site === null || frameSite === null || off.includes(site),
    address: inboxes[0]?.address ?? null,
    code: await codeFor(deps, inboxes),
  };
}

/** A fresh address for the site of a page, or the one that it has. */
export async function pageAddress(
  deps: PlaceDeps & FreshDeps,
  sender: SenderFacts,
  which: 'fresh' | 'site',
): Promise<Reply<{ address: string }>> {
  const place = await placeOf(deps.siteOf, sender);
  const { tabId } = place;
  if (tabId === null) return { ok: false, trouble: 'not-found' };
  if (which === 'fresh') {
    // The page fills it in by itself: it knows which field was meant.
    const fill = () => Promise.resolve('filled' as const);
    const frameUrl = sender.frameId === 0 ? undefined : (sender.origin ?? sender.url);
    return freshAddress({ ...deps, fill }, { tabId, frameId: null, frameUrl });
  }
  const [inbox] = await inboxesAt(deps, place);
  if (inbox === undefined) return { ok: false, trouble: 'not-found' };
  const used = { hotUntil: deps.now() + hotMs, tabId };
  await deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
    const latest = await mail.inbox(inbox.id);
    if (latest !== undefined) await mail.putInbox({ ...latest, ...used });
  });
  await deps.onInboxes();
  return { ok: true, address: inbox.address };
}
