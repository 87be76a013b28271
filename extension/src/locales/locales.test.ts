import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateChromeMessagesText, parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localeFiles, readLocale } from '../../build/merge-locales.ts';

const messagesSchema = z.record(z.string(), z.object({ message: z.string() }));

function read(locale: string): Map<string, string> {
  const words = parseMessagesText(readLocale(`${locale}.yml`), 'YAML');
  const json: unknown = JSON.parse(generateChromeMessagesText(words));
  const entries = Object.entries(messagesSchema.parse(json));
  return new Map(entries.map(([key, { message }]) => [key, message]));
}

const marksOf = (text: string) => [...new Set(text.match(/\$[1-9]/g))].toSorted();
const formsOf = (text: string) => text.split(' | ').length;

const files = localeFiles();
const english = read('en');

describe.each(files.map((name) => name.replace('.yml', '')))('the words of %s', (locale) => {
  it('have the same keys as the English ones', () => {
    expect([...read(locale).keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('leave no text empty, and take the same substitutions in as many plural forms', () => {
    const others = read(locale);
    const shape = (text: string) => ({ marks: marksOf(text), forms: formsOf(text) });
    for (const [key, text] of english) {
      const other = others.get(key) ?? '';
      expect.soft(other.trim(), key).not.toBe('');
      expect.soft(shape(other), key).toEqual(shape(text));
    }
  });

  it('say which language they are', () => {
    expect(read(locale).get('locale')).toBe(locale);
  });
});

describe('every word', () => {
  const source = path.resolve(import.meta.dirname, '..');
  const config = path.resolve(source, '../wxt.config.ts');
  const root = path.resolve(source, '../..');
  const places = [source, path.join(root, 'shared/ui'), path.join(root, 'relay/web/src')];
  const code = places
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.test)\.(?:ts|vue)$/.test(name))
        .map((name) => readFileSync(path.join(folder, name), 'utf8')),
    )
    .concat(readFileSync(config, 'utf8'))
    .join('\n');

  it('is used somewhere', () => {
    const isUsed = (key: string) =>
      code.includes(`'${key.replaceAll('_', '.')}'`) ||
      // Scripts in pages ask the browser, by the key as it has it.
      code.includes(`'${key}'`) ||
      code.includes(`__MSG_${key}__`);
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
