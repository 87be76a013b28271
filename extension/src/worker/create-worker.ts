import { pause } from '@mayfly/shared/client/backoff';
import type { browser as Browser } from 'wxt/browser';
import { type BadgeDeps, paintBadge } from '../inbox/badge.ts';
import { type Contact, createContact } from '../inbox/contact.ts';
import type { FreshDeps, TabFacts } from '../inbox/fresh-address.ts';
import type { ActionDeps } from '../inbox/inbox-actions.ts';
import { type NoticeDeps, noticeId, notifyOf } from '../inbox/notices.ts';
import { createPairing, type Pairing } from '../inbox/pairing.ts';
import type { ClientFor } from '../inbox/relay-clients.ts';
import { createSiteOf, readPackedSuffixes, type SiteOf } from '../inbox/site.ts';
import type { TurnResult } from '../inbox/turn.ts';
import { createWaiting, type Waiting } from '../inbox/waiting.ts';
import { tellPages } from '../messaging/send.ts';
import { createTabFiller, type TabFiller } from '../page/inject.ts';
import type { Storage } from '../storage/storage.ts';
import { createPageCards, type PageCards } from './page-cards.ts';
import { tellSites } from './page-scripts.ts';
import { popupIsOpen } from './popup.ts';
import type { Words } from './words.ts';

/** What the worker is made of, handed in by its entrypoint. */
export interface WorkerParts {
  readonly browser: typeof Browser;
  readonly storage: Storage;
  readonly clientFor: ClientFor;
  readonly words: Words;
  readonly now: () => number;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
}

/** The worker's parts, joined. Holds nothing that must outlive it. */
export interface Worker extends WorkerParts {
  readonly contact: Contact;
  readonly waiting: Waiting;
  readonly actions: ActionDeps;
  readonly fresh: FreshDeps;
  readonly filler: TabFiller;
  readonly pairing: Pairing;
  readonly cards: PageCards;
  readonly badge: BadgeDeps;
  readonly mayReach: (pattern: string) => Promise<boolean>;
  readonly readTab: (tabId: number) => Promise<TabFacts | null>;
  /** Shows on badge and pages what is stored now. */
  readonly show: () => Promise<void>;
  readonly onInboxes: () => Promise<void>;
  readonly version: string;
}

/** Each browser's package has the sizes that it uses. */
export const noticeIcon = (browser: typeof Browser) =>
  browser.runtime.getURL(import.meta.env.FIREFOX ? '/icon/96.png' : '/icon/128.png');

function noticeDeps({ browser, storage, words }: WorkerParts): NoticeDeps {
  return {
    notifications: browser.notifications,
    withButtons: import.meta.env.CHROME,
    iconUrl: noticeIcon(browser),
    words: words.notice,
    readInbox: (id) => storage.secrets.readInbox(id),
    popupIsOpen: () => popupIsOpen(browser.runtime),
  };
}

/** Tells the pages for whose sites there is mail, or none any more. */
async function tellPagesOf(
  { browser, storage }: WorkerParts,
  siteOf: SiteOf,
  inboxIds: readonly string[],
): Promise<void> {
  const ids = new Set(inboxIds);
  const inboxes = await Promise.all([...ids].map((id) => storage.secrets.readInbox(id)));
  const sites = new Set(inboxes.map((inbox) => inbox?.site ?? null));
  sites.delete(null);
  if (sites.size > 0) await tellSites(browser, siteOf, sites);
}

const idsOf = ({ arrived, completed }: TurnResult) =>
  [...arrived, ...completed].map(({ inboxId }) => inboxId);

/** What is told of mail besides badge and pages. */
interface Telling {
  readonly contact: Contact;
  readonly siteOf: SiteOf;
  readonly cards: PageCards;
  readonly show: () => Promise<void>;
}

function waitingOf(parts: WorkerParts, { contact, siteOf, cards, show }: Telling): Waiting {
  const notices = noticeDeps(parts);
  return createWaiting({
    ...parts,
    contact,
    alarms: parts.browser.alarms,
    pause,
    // What is kept is kept: a fault in telling of it must not end the waiting.
    onResult: async (result) => {
      const told = await Promise.allSettled([
        show(),
        notifyOf(notices, result),
        tellPagesOf(parts, siteOf, idsOf(result)),
        cards.tell(result),
      ]);
      for (const each of told) if (each.status === 'rejected') parts.onFault(each.reason);
    },
  });
}

/** A message was seen or is gone. */
function messageTeller(
  parts: WorkerParts,
  { siteOf, cards, show }: Omit<Telling, 'contact'>,
): ActionDeps['onMessage'] {
  return async (inboxId, messageId) => {
    await Promise.all([
      show(),
      parts.browser.notifications.clear(noticeId(inboxId, messageId)),
      tellPagesOf(parts, siteOf, [inboxId]),
      cards.changed(inboxId),
    ]);
  };
}

export function createWorker(parts: WorkerParts): Worker {
  const { browser, storage, words, now } = parts;
  const mayReach = (pattern: string) => browser.permissions.contains({ origins: [pattern] });
  const readTab = (tabId: number) => browser.tabs.get(tabId).catch(() => null);
  const siteOf = createSiteOf(() =>
    readPackedSuffixes(() => fetch(browser.runtime.getURL('/suffixes.bin'))),
  );
  const contact = createContact({ ...parts, relay: storage.relay, mayReach });
  const badge = { storage, action: browser.action, words: words.badge, now };
  const show = async () => {
    await Promise.all([paintBadge(badge), tellPages()]);
  };
  const cards = createPageCards({ browser, storage, siteOf, now });
  const waiting = waitingOf(parts, { contact, siteOf, cards, show });
  const onInboxes = async () => {
    await Promise.all([waiting.restart(), show()]);
  };
  const onMessage = messageTeller(parts, { siteOf, cards, show });
  const { version } = browser.runtime.getManifest();
  const filler = createTabFiller(browser.scripting);
  return {
    ...{
      ...parts,
      contact,
      waiting,
      filler,
      cards,
      badge,
      mayReach,
      readTab,
      show,
      onInboxes,
      version,
    },
    actions: { ...parts, contact, onInboxes, onMessage },
    pairing: createPairing({ ...parts, contact, mayReach, onInboxes, version }),
    fresh: { ...parts, contact, readTab, onInboxes, siteOf, fill: filler.fill },
  };
}
