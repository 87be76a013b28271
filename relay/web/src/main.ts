import '@mayfly/shared/ui/base.css';
import './shell/page.css';
import { saveFile } from '@mayfly/shared/ui/save-file';
import { createApp } from 'vue';
import App from './shell/App.vue';
import { takeFragment } from './shell/take-fragment.ts';
import { openKeeping } from './storage/database.ts';
import { chooseLanguage, loadMessages } from './words/language.ts';
import { createWords, wordsKey } from './words/words.ts';

// Before anything else: what stands there opens an inbox, and is not to stay in the bar or the history.
const start = takeFragment();

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Only over https and on this machine; elsewhere the page does without. */
function installWorker(): void {
  // Without it the page is not there offline; nothing else is lost.
  navigator.serviceWorker?.register('./service-worker.js').catch(() => {});
}

async function show(): Promise<void> {
  const language = chooseLanguage(navigator.languages);
  document.documentElement.lang = language;
  const [messages, keeping] = await Promise.all([
    loadMessages(language),
    openKeeping(globalThis.indexedDB),
  ]);
  const relayUrl = new URL('.', location.href).href.replace(/\/$/, '');
  const deps = {
    ...{ keeping, relayUrl, copyText, start },
    channel: new BroadcastChannel('mayfly'),
    now: () => Date.now(),
    saveFile: (octets: BlobPart, name: string) => saveFile(document, octets, name),
    onFragment: (callback: (fragment: NonNullable<typeof start>) => void) =>
      addEventListener('hashchange', () => {
        const fragment = takeFragment();
        if (fragment !== null) callback(fragment);
      }),
  };
  createApp(App, { deps }).provide(wordsKey, createWords(messages, language)).mount('#app');
  installWorker();
}

void show();
