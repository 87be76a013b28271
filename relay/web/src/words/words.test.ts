import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCodes } from '@mayfly/shared/contract/problem';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../build/messages.ts';
import { chooseLanguage } from './language.ts';
import { createTranslate } from './translate.ts';
import { troubleKey } from './trouble-text.ts';

const source = path.resolve(import.meta.dirname, '..');
const english = readMessages('en');
const german = readMessages('de');
const marksOf = (text: string) => [...new Set(text.match(/\$[1-9]/g))].toSorted();

describe('the words of the web inbox', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(german).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('take the same substitutions in as many plural forms', () => {
    const shape = (text = '') => ({ marks: marksOf(text), forms: text.split(' | ').length });
    for (const [key, text] of Object.entries(english)) {
      expect.soft(shape(german[key]), key).toEqual(shape(text));
    }
  });

  it('are each used somewhere', () => {
    const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.(?:ts|vue)$/.test(name))
      .map((name) => readFileSync(path.join(source, name), 'utf8'))
      .join('\n');
    const own = readFileSync(path.join(source, 'locales/en.yml'), 'utf8');
    const keys = parseMessagesText(own, 'YAML').map(({ key }) => key.join('.'));
    const unused = keys.filter((key) => !key.startsWith('@@') && !code.includes(`'${key}'`));
    expect(unused.filter((key) => key !== 'locale')).toEqual([]);
  });

  it.each([...problemCodes, 'unreachable', 'not-a-relay', 'not-sealed'] as const)(
    'have a sentence for %s',
    (trouble) => expect(english).toHaveProperty([troubleKey(trouble)]),
  );
});

describe('createTranslate', () => {
  const t = createTranslate({ to: 'To $1', mails: '1 mail | $1 mails', left: '$2 of $1' });

  it('puts in what a mark stands for', () => expect(t('to', ['anna'])).toBe('To anna'));
  it('chooses the form for one', () => expect(t('mails', 1)).toBe('1 mail'));
  it('chooses the form for several', () => expect(t('mails', 3)).toBe('3 mails'));
  it('keeps marks apart', () => expect(t('left', ['5', '2'])).toBe('2 of 5'));
});

describe('chooseLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'de'], 'de'],
    [['fr-FR'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, language) => expect(chooseLanguage(wanted)).toBe(language));
});
