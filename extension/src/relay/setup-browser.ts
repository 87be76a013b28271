import { browser } from 'wxt/browser';
import { allSites } from '../messaging/all-sites.ts';
import { onStateChanged, sendToWorker } from '../messaging/send.ts';
import { readOffSites, readRelaySettings, readRelayState } from '../storage/read.ts';
import type { SetupDeps } from './setup-deps.ts';

const commandName = 'fresh-address';

/** What the pages about the relay need, from this browser. */
export function setupFromBrowser(): SetupDeps {
  return {
    readRelaySettings,
    readRelayState,
    send: sendToWorker,
    onStateChanged,
    requestHost: (pattern) => browser.permissions.request({ origins: [pattern] }),
    hasGrant: () => browser.permissions.contains(allSites),
    requestGrant: () => browser.permissions.request(allSites),
    removeGrant: () => browser.permissions.remove(allSites),
    readOffSites,
    fillShortcut: async () => {
      const commands = await browser.commands.getAll();
      return commands.find(({ name }) => name === commandName)?.shortcut || null;
    },
    isFirefox: import.meta.env.FIREFOX,
    version: browser.runtime.getManifest().version,
    now: () => Date.now(),
  };
}
