import { isWithin } from '@mayfly/shared/ui/link-host';
import type { OwnInbox } from '../storage/model.ts';
import type { CurrentTab } from './popup-deps.ts';
import { hasEnded } from '@mayfly/shared/ui/time-left';

type Tab = Pick<CurrentTab, 'id' | 'host'>;

/**
 * Whether the inbox was made for the site in the tab. Where the browser does not tell the site, the inbox with which
 * the tab's form was filled counts as such.
 */
export function isForTab({ site, tabId }: OwnInbox, { id, host }: Tab): boolean {
  if (host === null) return tabId !== null && tabId === id;
  return site !== null && isWithin(host, site);
}

const newestFirst = (inboxes: readonly OwnInbox[]) =>
  inboxes.toSorted((a, b) => b.createdAt - a.createdAt);

/** The inbox to show first: the living one of this tab, else the newest living one, else the newest. */
export function firstChoice(inboxes: readonly OwnInbox[], tab: Tab, now: number): OwnInbox | null {
  const sorted = newestFirst(inboxes);
  const living = sorted.filter((inbox) => !hasEnded(inbox, now));
  return living.find((inbox) => isForTab(inbox, tab)) ?? living[0] ?? sorted[0] ?? null;
}

/** The inbox to show when another page comes to the front: a living one of this tab if there is one, else as before. */
export function nextChoice(
  inboxes: readonly OwnInbox[],
  chosen: OwnInbox | null,
  tab: Tab,
  now: number,
): OwnInbox | null {
  if (chosen === null) return firstChoice(inboxes, tab, now);
  const fits = (inbox: OwnInbox) => isForTab(inbox, tab) && !hasEnded(inbox, now);
  return fits(chosen) ? chosen : (newestFirst(inboxes).find(fits) ?? chosen);
}
