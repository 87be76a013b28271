import type { SenderFacts } from '../messaging/sender-kind.ts';
import type { OwnInbox } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { isLiving } from './schedule.ts';
import type { SiteOf } from './site.ts';

/** Where a script in a page stands, by the browser's word. */
export interface PagePlace {
  readonly tabId: number | null;
  /** The site that the address bar shows. */
  readonly site: string | null;
  /** The site of the script's own frame. */
  readonly frameSite: string | null;
  readonly isPrivate: boolean;
}

export interface PlaceDeps {
  readonly storage: Storage;
  readonly siteOf: SiteOf;
  readonly now: () => number;
}

export async function placeOf(
  siteOf: SiteOf,
  { tab, frameId, origin, url }: SenderFacts,
): Promise<PagePlace> {
  const site = await siteOf(tab?.url);
  // A frame without a URL of its own (srcdoc, about:blank) has the origin of the one who made it.
  const frameSite = frameId === 0 ? site : await siteOf(origin ?? url);
  return { tabId: tab?.id ?? null, site, frameSite, isPrivate: tab?.incognito === true };
}

/**
 * The living addresses that a place may be offered, the newest first: those of the site, in the site's own pages or in a
 * frame that has been given one; those of private windows in private windows alone.
 */
export async function inboxesAt(
  { storage, now }: Pick<PlaceDeps, 'storage' | 'now'>,
  { site, frameSite, isPrivate }: PagePlace,
): Promise<OwnInbox[]> {
  if (site === null || frameSite === null) return [];
  const inboxes = await storage.secrets.listInboxes();
  return inboxes.filter(
    (inbox) =>
      inbox.site === site &&
      (frameSite === site || inbox.frameSite === frameSite) &&
      inbox.isPrivate === isPrivate &&
      isLiving(inbox, now()),
  );
}
