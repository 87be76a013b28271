import { generateChromeMessagesText, parseMessagesText } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { readLocale } from '../build/merge-locales.ts';

/** The browser's part of the translation, with the English words: the fake browser has none. */
const messages = z
  .record(z.string(), z.object({ message: z.string() }))
  .parse(JSON.parse(generateChromeMessagesText(parseMessagesText(readLocale('en.yml'), 'YAML'))));

fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | (string | number)[]) =>
  (messages[key]?.message ?? '').replace(/\$([1-9$])/g, (_, mark: string) =>
    mark === '$' ? '$' : String([substitutions ?? []].flat()[Number(mark) - 1] ?? ''),
  );
