import { markSeen } from '../inbox/inbox-actions.ts';
import { pageCard } from '../inbox/page-card.ts';
import { pageAddress, pageOffers } from '../inbox/page-offers.ts';
import type { Handlers } from '../messaging/router.ts';
import type { ScriptMessage } from '../messaging/send.ts';
import type { SenderFacts } from '../messaging/sender-kind.ts';
import type { Worker } from './create-worker.ts';
import { followMessage } from './follow-message.ts';
import { injectIcons, tellSites } from './page-scripts.ts';

/** Whether a site has icons in its fields. */
export async function setOff(worker: Worker, site: string | null, isOff: boolean) {
  if (site === null) return { ok: false, trouble: 'not-found' } as const;
  await worker.storage.sites.setOff(site, isOff);
  await Promise.all([
    tellSites(worker.browser, worker.fresh.siteOf, new Set([site])),
    worker.show(),
  ]);
  return { ok: true } as const;
}

/** Does what the card in a page offered, worked out afresh: the page only says that it was pressed. */
async function followCard(
  worker: Worker,
  sender: SenderFacts,
  shown: { inboxId: string; messageId: string },
) {
  const card = await pageCard(worker.fresh, sender);
  worker.cards.close(shown);
  if (card?.inboxId !== shown.inboxId || card.messageId !== shown.messageId)
    return { ok: false, trouble: 'not-found' } as const;
  return await followMessage(worker, card.inboxId, card.messageId);
}

/** What the worker does for its scripts in other pages. What they say of themselves counts for nothing. */
export function createPageHandlers(worker: Worker): Handlers<ScriptMessage> {
  const { fresh, actions } = worker;
  return {
    'page.offers': async ({ wantsIcon }, sender) => {
      const offers = await pageOffers(fresh, sender);
      const lacksIcon = wantsIcon && !offers.isOff;
      if (lacksIcon && !(await injectIcons(worker.browser, sender)))
        return { ok: false, trouble: 'not-found' };
      return { ok: true, ...offers };
    },
    'page.address': ({ which }, sender) => pageAddress(fresh, sender, which),
    'page.code': async ({ inboxId, messageId }, sender) => {
      const { code } = await pageOffers(fresh, sender);
      if (code?.inboxId !== inboxId || code.messageId !== messageId)
        return { ok: false, trouble: 'not-found' };
      return markSeen(actions, inboxId, messageId);
    },
    'page.card': async (_, sender) => {
      const card = await pageCard(fresh, sender);
      return {
        ok: true,
        card: card !== null && worker.cards.isClosed(card) ? null : card,
      };
    },
    'page.cardClosed': async (shown) => {
      worker.cards.close(shown);
      return { ok: true };
    },
    'page.link': (shown, sender) => followCard(worker, sender, shown),
    'page.off': async (_, { tab }) => setOff(worker, await fresh.siteOf(tab?.url), true),
  };
}
