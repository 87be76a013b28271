import type { PageOffers, Reply } from '../messaging/protocol.ts';
import type { SenderTab } from '../messaging/sender-kind.ts';
import type { OwnInbox } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { freshAddress, type FreshDeps } from './fresh-address.ts';
import { hotMs, isLiving } from './schedule.ts';
import type { SiteOf } from './site.ts';

export interface OfferDeps {
  readonly storage: Storage;
  readonly siteOf: SiteOf;
  readonly now: () => number;
}

/** The addresses of a site, the newest first; those of private windows stay in private windows. */
async function inboxesOf(
  { storage, now }: OfferDeps,
  site: string | null,
  isPrivate: boolean,
): Promise<OwnInbox[]> {
  if (site === null) return [];
  const inboxes = await storage.secrets.listInboxes();
  return inboxes.filter(
    (inbox) => inbox.site === site && inbox.isPrivate === isPrivate && isLiving(inbox, now()),
  );
}

/** The newest code that has come for a site within the last minutes; one whose mail was seen is done with. */
async function codeFor(
  { storage, now }: OfferDeps,
  inboxes: readonly OwnInbox[],
): Promise<PageOffers['code']> {
  const messages = await Promise.all(inboxes.map(({ id }) => storage.secrets.listMessages(id)));
  const waiting = messages
    .flat()
    .filter(({ message }) => !message.seen && Date.parse(message.receivedAt) > now() - hotMs)
    .toSorted((a, b) => Date.parse(b.message.receivedAt) - Date.parse(a.message.receivedAt));
  for (const { id, inboxId, message } of waiting) {
    const value = message.content?.codes[0]?.value;
    if (value !== undefined) return { value, inboxId, messageId: id };
  }
  return null;
}

/** What the fields of a tab's page may be offered: what belongs to its site, and nothing else. */
export async function pageOffers(deps: OfferDeps, tab: SenderTab | undefined): Promise<PageOffers> {
  const site = await deps.siteOf(tab?.url);
  const isPrivate = tab?.incognito === true;
  const inboxes = await inboxesOf(deps, site, isPrivate);
  const off = await deps.storage.sites.readOff();
  return {
    isOff: site === null || off.includes(site),
    address: inboxes[0]?.address ?? null,
    code: await codeFor(deps, inboxes),
  };
}

/** A fresh address for the site of a tab, or the one that it has. */
export async function pageAddress(
  deps: OfferDeps & FreshDeps,
  tab: SenderTab | undefined,
  which: 'fresh' | 'site',
): Promise<Reply<{ address: string }>> {
  if (tab?.id === undefined) return { ok: false, trouble: 'not-found' };
  if (which === 'fresh') {
    // The page fills it in by itself: it knows which field was meant.
    const fill = () => Promise.resolve('filled' as const);
    return freshAddress({ ...deps, fill }, { tabId: tab.id, frameId: null });
  }
  const site = await deps.siteOf(tab.url);
  const [inbox] = await inboxesOf(deps, site, tab.incognito === true);
  if (inbox === undefined) return { ok: false, trouble: 'not-found' };
  const used = { hotUntil: deps.now() + hotMs, tabId: tab.id };
  await deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
    const latest = await mail.inbox(inbox.id);
    if (latest !== undefined) await mail.putInbox({ ...latest, ...used });
  });
  await deps.onInboxes();
  return { ok: true, address: inbox.address };
}
