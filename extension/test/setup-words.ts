import path from 'node:path';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser's part of the translation, with the English words: the fake browser has none. */
const file = path.resolve(import.meta.dirname, '../src/locales/en.yml');
const messages: unknown = JSON.parse(generateChromeMessagesText(await parseMessagesFile(file)));

function textOf(key: string): string {
  const entry: unknown = Object.entries(messages ?? {}).find(([name]) => name === key)?.[1];
  return typeof entry === 'object' && entry !== null && 'message' in entry
    ? `${entry.message}`
    : '';
}

fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | string[]) =>
  textOf(key).replace(/\$([1-9$])/g, (_, mark: string) =>
    mark === '$' ? '$' : ([substitutions ?? []].flat()[Number(mark) - 1] ?? ''),
  );
