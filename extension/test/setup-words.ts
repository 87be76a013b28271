import path from 'node:path';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { z } from 'zod';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser's part of the translation, with the English words: the fake browser has none. */
const file = path.resolve(import.meta.dirname, '../src/locales/en.yml');
const messages = z
  .record(z.string(), z.object({ message: z.string() }))
  .parse(JSON.parse(generateChromeMessagesText(await parseMessagesFile(file))));

fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | (string | number)[]) =>
  (messages[key]?.message ?? '').replace(/\$([1-9$])/g, (_, mark: string) =>
    mark === '$' ? '$' : String([substitutions ?? []].flat()[Number(mark) - 1] ?? ''),
  );
