import { saveFile } from '@mayfly/shared/ui/save-file';
import { browser } from 'wxt/browser';
import { sendToWorker } from '../messaging/send.ts';
import {
  countUnseen,
  listInboxes,
  listMessages,
  readRelaySettings,
  readRelayState,
  readReminderRest,
} from '../storage/read.ts';
import { fetchPart } from './fetch-part.ts';
import { followLive } from './live-state.ts';
import { endPairingOffer, readPairingOffer } from '../page/pairing-offer.ts';
import type { CurrentTab, PopupDeps } from './popup-deps.ts';
import { panelOpener } from './side-panel.ts';

async function currentTab(): Promise<CurrentTab> {
  const [[tab], { id: windowId, incognito }] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.windows.getCurrent(),
  ]);
  const url = URL.parse(tab?.url ?? '');
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return {
    id: tab?.id ?? null,
    windowId: windowId ?? null,
    host: isWeb ? url.hostname : null,
    isPrivate: incognito,
  };
}

type OnUpdated = Parameters<typeof browser.tabs.onUpdated.addListener>[0];

function onTabChanged(callback: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  const activated = () => callback();
  // A page's address is told only where the extension may reach it; that another one loads, always.
  const updated: OnUpdated = (_, { status }, { active }) => {
    if (active && status !== undefined) callback();
  };
  onActivated.addListener(activated);
  onUpdated.addListener(updated);
  return () => {
    onActivated.removeListener(activated);
    onUpdated.removeListener(updated);
  };
}

function startMessage(): PopupDeps['start'] {
  const query = new URLSearchParams(location.search);
  const inboxId = query.get('inbox');
  const messageId = query.get('message');
  return inboxId === null || messageId === null ? null : { inboxId, messageId };
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function openOptions(part?: string): void {
  if (part === undefined) void browser.runtime.openOptionsPage();
  else void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${part}`) });
}

type Staying = 'readPairingOffer' | 'staysOpen' | 'openPanel' | 'openOptions' | 'closePopup';

const depsOfBoth = (): Omit<PopupDeps, Staying> => ({
  listInboxes,
  listMessages,
  countUnseen,
  readRelaySettings,
  readRelayState,
  readReminderRest,
  send: sendToWorker,
  // The end of popup or panel is the end of its page.
  onStateChanged: followLive(new AbortController().signal),
  currentTab,
  onTabChanged,
  endPairingOffer: (offer) => endPairingOffer(browser, offer),
  requestHost: (pattern) => browser.permissions.request({ origins: [pattern] }),
  copyText,
  fetchPart: (inbox, messageId, part) => fetchPart(fetch, inbox, messageId, part),
  saveFile: (bytes, name) => saveFile(document, bytes, name),
  openPage: (url) => void browser.tabs.create({ url }),
  start: startMessage(),
  now: () => Date.now(),
  isOnline: () => navigator.onLine,
});

/** What the popup needs, from this browser. */
export const popupFromBrowser = (): PopupDeps => ({
  ...depsOfBoth(),
  readPairingOffer: () => readPairingOffer(browser),
  staysOpen: false,
  openPanel: panelOpener(browser),
  openOptions: (part) => {
    openOptions(part);
    close();
  },
  closePopup: () => close(),
});

/** The same for the side panel, which nothing closes but the person. */
export const panelFromBrowser = (): PopupDeps => ({
  ...depsOfBoth(),
  readPairingOffer: async () => null,
  staysOpen: true,
  openPanel: null,
  openOptions,
  closePopup: () => {},
});
