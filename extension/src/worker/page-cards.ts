import type { browser as Browser } from 'wxt/browser';
import { noticeId } from '../inbox/notices.ts';
import { hotMs } from '../inbox/schedule.ts';
import type { SiteOf } from '../inbox/site.ts';
import type { TurnResult } from '../inbox/turn.ts';
import { allSites } from '../messaging/all-sites.ts';
import type { PageCard } from '../messaging/protocol.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { tellTab, watchFiles } from './page-scripts.ts';

export interface PageCardDeps {
  readonly browser: Pick<typeof Browser, 'permissions' | 'scripting' | 'tabs'>;
  readonly storage: Storage;
  readonly siteOf: SiteOf;
  readonly now: () => number;
}

/** Ids of messages are unique within their inbox only. */
type MessagePlace = Pick<PageCard, 'inboxId' | 'messageId'>;

/** Brings what has come by mail into the page that waits for it, where the browser lets the extension act there. */
export interface PageCards {
  tell(result: TurnResult): Promise<void>;
  /** Mail of an inbox was seen or is gone. */
  changed(inboxId: string): Promise<void>;
  /** Nobody wants to see the card of this message again. */
  close(message: MessagePlace): void;
  isClosed(message: MessagePlace): boolean;
}

/** What a page gets of a message. */
interface Offer {
  readonly inbox: OwnInbox;
  readonly hasLink: boolean;
  readonly hasCode: boolean;
  readonly until: number;
}

/** False where the extension may not act, and where the tab shows another site. */
async function bring({ browser, siteOf }: PageCardDeps, tabId: number, offer: Offer) {
  const { inbox, hasLink, hasCode } = offer;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.incognito !== inbox.isPrivate || (await siteOf(tab.url)) !== inbox.site) return false;
  const [inTab, inFrames] = [{ tabId }, { tabId, allFrames: true }];
  try {
    if (hasCode)
      await browser.scripting.executeScript({ target: inFrames, files: [...watchFiles] });
    if (hasLink) await browser.scripting.executeScript({ target: inTab, files: ['/card.js'] });
    await tellTab(browser, tabId);
    return true;
  } catch {
    return false;
  }
}

/** The tab in front that shows a site, where the grant lets one see it. */
async function tabInFront({ browser, siteOf }: PageCardDeps, inbox: OwnInbox) {
  if (!(await browser.permissions.contains(allSites))) return null;
  for (const { id, url, incognito } of await browser.tabs.query({ active: true })) {
    const fits = incognito === inbox.isPrivate && (await siteOf(url)) === inbox.site;
    if (fits && id !== undefined) return id;
  }
  return null;
}

async function offerOf({ storage, now }: PageCardDeps, { inboxId, message }: OwnMessage) {
  const hasLink = (message.content?.links.length ?? 0) > 0;
  const hasCode = (message.content?.codes.length ?? 0) > 0;
  const inbox = await storage.secrets.readInbox(inboxId);
  if (inbox === null || inbox.site === null || !(hasLink || hasCode)) return null;
  if ((await storage.sites.readOff()).includes(inbox.site)) return null;
  return { inbox, hasLink, hasCode, until: now() + hotMs };
}

export function createPageCards(deps: PageCardDeps): PageCards {
  const { browser, now } = deps;
  const closed = new Set<string>();
  /** By tab: a form that was just sent loads its next page, in which the offer has to show up again. */
  const open = new Map<number, Offer>();

  const onUpdated = (tabId: number, { status }: { status?: string }): void => {
    const offer = open.get(tabId);
    if (status !== 'complete' || offer === undefined) return;
    if (offer.until > now()) void bring(deps, tabId, offer);
    else open.delete(tabId);
    if (open.size === 0) browser.tabs.onUpdated.removeListener(onUpdated);
  };

  const tellOne = async (own: OwnMessage): Promise<void> => {
    const offer = await offerOf(deps, own);
    if (offer === null) return;
    const { tabId } = offer.inbox;
    if (tabId !== null) {
      open.set(tabId, offer);
      // While mail is waited for the worker lives; it need not be woken for this.
      if (!browser.tabs.onUpdated.hasListener(onUpdated))
        browser.tabs.onUpdated.addListener(onUpdated);
      if (await bring(deps, tabId, offer)) return;
    }
    const inFront = await tabInFront(deps, offer.inbox);
    if (inFront !== null) await bring(deps, inFront, offer);
  };

  return {
    async tell({ arrived, completed }) {
      for (const own of [...arrived, ...completed]) await tellOne(own);
    },
    async changed(inboxId) {
      for (const [tabId, { inbox }] of open)
        if (inbox.id === inboxId) await tellTab(browser, tabId);
    },
    close: ({ inboxId, messageId }) => void closed.add(noticeId(inboxId, messageId)),
    isClosed: ({ inboxId, messageId }) => closed.has(noticeId(inboxId, messageId)),
  };
}
