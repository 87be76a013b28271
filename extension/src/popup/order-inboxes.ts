import type { OwnInbox } from '../storage/model.ts';
import { isForTab } from './choose-inbox.ts';
import type { CurrentTab } from './popup-deps.ts';

/** An inbox as it stands in the list. */
export interface ListedInbox {
  readonly inbox: OwnInbox;
  readonly unread: number;
}

/** The order of the list: those with new mail, then those of this tab, then the newest. */
export function orderInboxes(
  inboxes: readonly OwnInbox[],
  unseen: ReadonlyMap<string, number>,
  tab: Pick<CurrentTab, 'id' | 'host'>,
): ListedInbox[] {
  const rank = ({ inbox, unread }: ListedInbox) => (unread > 0 ? 0 : isForTab(inbox, tab) ? 1 : 2);
  return inboxes
    .map((inbox) => ({ inbox, unread: unseen.get(inbox.id) ?? 0 }))
    .toSorted((a, b) => rank(a) - rank(b) || b.inbox.createdAt - a.inbox.createdAt);
}

/** Without past ones whose address lives: a file may have brought an older entry back. */
export function withoutDoubles(
  inboxes: readonly ListedInbox[],
  isPast: (listed: ListedInbox) => boolean,
): readonly ListedInbox[] {
  const placeOf = ({ inbox: { relayUrl, address } }: ListedInbox) => `${relayUrl} ${address}`;
  const living = new Set(inboxes.filter((listed) => !isPast(listed)).map(placeOf));
  return inboxes.filter((listed) => !isPast(listed) || !living.has(placeOf(listed)));
}
