import { isWithin } from '@mayfly/shared/ui/link-host';
import type { OwnInbox } from '../storage/model.ts';
import { hasEnded } from './time-left.ts';

/** Whether the inbox was made for the site in whose tab the popup is open. */
export function isForHost(inbox: OwnInbox, host: string | null): boolean {
  return inbox.site !== null && host !== null && isWithin(host, inbox.site);
}

/** The inbox to show first: the living one of this site, else the newest living one, else the newest. */
export function firstChoice(
  inboxes: readonly OwnInbox[],
  host: string | null,
  now: number,
): OwnInbox | null {
  const newestFirst = inboxes.toSorted((a, b) => b.createdAt - a.createdAt);
  const living = newestFirst.filter((inbox) => !hasEnded(inbox, now));
  return living.find((inbox) => isForHost(inbox, host)) ?? living[0] ?? newestFirst[0] ?? null;
}
