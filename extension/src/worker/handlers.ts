import { connectRelay } from '../inbox/connect-relay.ts';
import { fillAgain, freshAddress } from '../inbox/fresh-address.ts';
import { deleteInbox, deleteMessage, extendInbox, markSeen } from '../inbox/inbox-actions.ts';
import { openLink } from '../inbox/open-link.ts';
import { pageAddress, pageOffers } from '../inbox/page-offers.ts';
import { hotMs, isLiving } from '../inbox/schedule.ts';
import type { Handlers } from '../messaging/router.ts';
import type { AnsweredMessage } from '../messaging/send.ts';
import type { Worker } from './create-worker.ts';
import { injectIcons, tellSites } from './page-scripts.ts';

/** Every living inbox is waited for as after a fill: somebody looks for mail. */
async function heatAll({ storage, now }: Worker): Promise<void> {
  for (const isPrivate of [false, true]) {
    await storage.secrets.edit(isPrivate, async (mail) => {
      for (const inbox of await mail.inboxes()) {
        if (isLiving(inbox, now())) await mail.putInbox({ ...inbox, hotUntil: now() + hotMs });
      }
    });
  }
}

async function refresh(worker: Worker) {
  await heatAll(worker);
  await worker.waiting.askNow();
  await worker.waiting.restart();
  const { trouble } = await worker.storage.relay.readState();
  return trouble === null ? ({ ok: true } as const) : ({ ok: false, trouble } as const);
}

export function openMessageLink(worker: Worker, inboxId: string, messageId: string, url: string) {
  const { browser, storage, readTab } = worker;
  const deps = {
    storage,
    readTab,
    openTab: (options: Parameters<typeof browser.tabs.create>[0]) => browser.tabs.create(options),
    openPrivateWindow: (target: string) => browser.windows.create({ url: target, incognito: true }),
    markSeen: (inbox: string, message: string) => markSeen(worker.actions, inbox, message),
  };
  return openLink(deps, inboxId, messageId, url);
}

async function setOff(worker: Worker, site: string | null, isOff: boolean) {
  if (site === null) return { ok: false, trouble: 'not-found' } as const;
  await worker.storage.sites.setOff(site, isOff);
  await Promise.all([
    tellSites(worker.browser, worker.fresh.siteOf, new Set([site])),
    worker.show(),
  ]);
  return { ok: true } as const;
}

/** What the worker does for the pages of the extension, and for its scripts in other pages. */
export function createHandlers(worker: Worker): Handlers<AnsweredMessage> {
  const { fresh, actions } = worker;
  return {
    'inbox.create': ({ tabId, isPrivate }) =>
      freshAddress(fresh, tabId === null ? null : { tabId, frameId: null }, isPrivate),
    'inbox.fill': ({ inboxId, tabId }) => fillAgain(fresh, inboxId, { tabId, frameId: null }),
    'inbox.extend': ({ inboxId, ttlMinutes }) => extendInbox(actions, inboxId, ttlMinutes),
    'inbox.delete': ({ inboxId }) => deleteInbox(actions, inboxId),
    'inbox.refresh': () => refresh(worker),
    'message.seen': ({ inboxId, messageId }) => markSeen(actions, inboxId, messageId),
    'message.delete': ({ inboxId, messageId }) => deleteMessage(actions, inboxId, messageId),
    'link.open': ({ inboxId, messageId, url }) => openMessageLink(worker, inboxId, messageId, url),
    'page.offers': async ({ wantsIcon }, sender) => {
      const offers = await pageOffers(fresh, sender.tab);
      if (wantsIcon && !offers.isOff) await injectIcons(worker.browser, sender);
      return { ok: true, ...offers };
    },
    'page.address': ({ which }, { tab }) => pageAddress(fresh, tab, which),
    'page.code': async ({ inboxId, messageId }, { tab }) => {
      const { code } = await pageOffers(fresh, tab);
      if (code?.inboxId !== inboxId) return { ok: false, trouble: 'not-found' };
      return markSeen(actions, inboxId, messageId);
    },
    'page.off': async (_, { tab }) => setOff(worker, await fresh.siteOf(tab?.url), true),
    'site.off': ({ site, isOff }) => setOff(worker, site, isOff),
    'relay.connect': ({ url, accessToken }) => connectRelay(worker, url, accessToken),
  };
}
