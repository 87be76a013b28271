import './popup.css';
import { saveFile } from '@mayfly/shared/ui/save-file';
import { createApp } from 'vue';
import { browser } from 'wxt/browser';
import { sendToWorker } from '../../messaging/send.ts';
import { fetchPart } from '../../popup/fetch-part.ts';
import { followLive } from '../../popup/live-state.ts';
import type { CurrentTab, PopupDeps } from '../../popup/popup-deps.ts';
import {
  countUnseen,
  listInboxes,
  listMessages,
  readRelaySettings,
  readRelayState,
} from '../../storage/read.ts';
import { applyLanguage } from '../../ui/language.ts';
import App from './App.vue';

async function currentTab(): Promise<CurrentTab> {
  const [[tab], { incognito }] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.windows.getCurrent(),
  ]);
  const url = URL.parse(tab?.url ?? '');
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return { id: tab?.id ?? null, host: isWeb ? url.hostname : null, isPrivate: incognito };
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

const deps: PopupDeps = {
  listInboxes,
  listMessages,
  countUnseen,
  readRelaySettings,
  readRelayState,
  send: sendToWorker,
  // The popup's end is the end of its page.
  onStateChanged: followLive(new AbortController().signal),
  currentTab,
  copyText,
  fetchPart: (inbox, messageId, part) => fetchPart(fetch, inbox, messageId, part),
  saveFile: (bytes, name) => saveFile(document, bytes, name),
  openOptions: () => {
    void browser.runtime.openOptionsPage();
    close();
  },
  closePopup: () => close(),
  start: startMessage(),
  now: () => Date.now(),
  isOnline: () => navigator.onLine,
};

applyLanguage(document);
createApp(App, { deps }).mount('#app');
// Who opens the popup looks for mail: the relay is asked at once, even when the browser has ended the worker.
void sendToWorker('inbox.refresh', {});
