import { saveFile } from '@mayfly/shared/ui/save-file';
import { browser } from 'wxt/browser';
import { setupFromBrowser } from '../relay/setup-browser.ts';
import { readKept } from '../storage/read.ts';
import type { KeepingDeps } from './keeping-deps.ts';

/** What the settings need, from this browser. */
export function keepingFromBrowser(): ReturnType<typeof setupFromBrowser> & KeepingDeps {
  return {
    ...setupFromBrowser(),
    readKept,
    mayReach: (pattern) => browser.permissions.contains({ origins: [pattern] }),
    saveFile: (text, name) => saveFile(document, text, name),
  };
}
