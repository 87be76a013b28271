import { openableUrl } from '@mayfly/shared/ui/link-host';
import type { PageCard } from '../messaging/protocol.ts';
import type { SenderFacts } from '../messaging/sender-kind.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { noticeAction } from './notices.ts';
import { latestUnseen } from './page-offers.ts';
import { inboxesAt, type PlaceDeps, placeOf } from './page-place.ts';

/** What a card about a mail says; null when the mail has no link. */
function cardOf(site: string, inbox: OwnInbox, { id, message }: OwnMessage): PageCard | null {
  const link = message.content?.links[0];
  const host = openableUrl(link?.destination ?? link?.url ?? '')?.host;
  if (link === undefined || host === undefined) return null;
  const action = noticeAction(inbox, { inboxId: inbox.id, id, message });
  return {
    ...{ inboxId: inbox.id, messageId: id, site, kind: link.kind, leadsTo: host },
    opens: action.kind === 'open-link',
  };
}

/** The newest link that has come for the site of a page and that nobody has seen; never in frames. */
export async function pageCard(deps: PlaceDeps, sender: SenderFacts): Promise<PageCard | null> {
  const place = await placeOf(deps.siteOf, sender);
  const { site } = place;
  if (site === null || sender.frameId !== 0) return null;
  if ((await deps.storage.sites.readOff()).includes(site)) return null;
  const inboxes = await inboxesAt(deps, place);
  for (const own of await latestUnseen(deps, inboxes)) {
    const inbox = inboxes.find(({ id }) => id === own.inboxId);
    const card = inbox === undefined ? null : cardOf(site, inbox, own);
    if (card !== null) return card;
  }
  return null;
}
