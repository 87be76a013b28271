import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vite';

const shared = path.resolve(import.meta.dirname, '../../../shared/locales');
const own = path.resolve(import.meta.dirname, '../src/locales');

/** Each message by its key; plural forms stand in one text, as the extension has them. */
export function readMessages(language: string): Record<string, string> {
  const text = [shared, own]
    .map((folder) => readFileSync(path.join(folder, `${language}.yml`), 'utf8'))
    .join('\n');
  const entries = parseMessagesText(text, 'YAML').map((message) => {
    const said =
      message.type === 'plural' ? Object.values(message.plurals).join(' | ') : message.message;
    return [message.key.join('.'), said] as const;
  });
  return Object.fromEntries(entries.filter(([key]) => !key.startsWith('@@')));
}

/** `import { messages } from './locales/en.yml'`: the words of one language, those of shared/locales among them. */
export function messagesPlugin(): Plugin {
  return {
    name: 'mayfly:messages',
    load(id) {
      const language = /\/locales\/([a-z]+)\.yml$/.exec(id)?.[1];
      if (language === undefined) return null;
      for (const folder of [shared, own]) this.addWatchFile(path.join(folder, `${language}.yml`));
      return `export const messages = ${JSON.stringify(readMessages(language))};`;
    },
  };
}
