import { describe, expect, it } from 'vitest';
import { CONCEPTS } from './concepts.ts';
import { fold } from './fold.ts';
import { LEXICON } from './lexicon.ts';
import { createWordFinder } from './word-finder.ts';

const find = createWordFinder({
  xx: { confirm: 'confirm*|確認', account: 'e mail', code: '*kode|code', go: 'go' },
});
const found = (text: string) =>
  find(fold(text)).map(({ concept, start, end }) => [concept, text.slice(start, end)]);

describe('createWordFinder', () => {
  it('finds whole words, starts of words and parts of words', () => {
    expect(found('Confirmed: E-Mail, Engangskode')).toEqual([
      ['confirm', 'Confirm'],
      ['account', 'E-Mail'],
      ['code', 'kode'],
    ]);
  });

  it('does not find a word inside another, nor with more behind it', () => {
    expect(found('cargo gone unconfirmed decode codes')).toEqual([]);
  });

  it('finds every word where several begin, and each once where a joiner stands in it', () => {
    const findAll = createWordFinder({ xx: { code: 'code|code pin|code pins', go: 'کد*' } });
    const places = (text: string) => findAll(fold(text)).map(({ start, end }) => [start, end]);
    expect(places('a code pins')).toEqual([
      [2, 6],
      [2, 11],
    ]);
    expect(places('co\u200dde p\u200din')).toEqual([
      [0, 5],
      [0, 10],
    ]);
    expect(places('کد\u200cتان')).toEqual([[0, 2]]);
  });

  it('finds words anywhere in scripts that do not part them', () => {
    expect(found('ご確認ください')).toEqual([['confirm', '確認']]);
  });

  it('knows at least 27 languages, each with words for links and for codes', () => {
    expect(Object.keys(LEXICON).length).toBeGreaterThanOrEqual(27);
    for (const [language, words] of Object.entries(LEXICON)) {
      if (language === 'und') continue;
      const missing = CONCEPTS.filter(
        (concept) => concept !== 'filler' && (words[concept] ?? '') === '',
      );
      expect([language, missing]).toEqual([language, []]);
    }
  });

  it('has no pattern with a star in its middle or an empty one', () => {
    const patterns = Object.values(LEXICON).flatMap((words) =>
      Object.values(words).join('|').split('|'),
    );
    expect(
      patterns.filter((pattern) => pattern.trim() === '' || pattern.slice(1, -1).includes('*')),
    ).toEqual([]);
  });
});

describe('fold', () => {
  it('keeps every place where it was', () => {
    const text = 'İSTANBUL ÄÖß “naïve” Ｃｏｄｅ １２ đ ﬁ 𝟙';
    expect(fold(text)).toHaveLength(text.length);
    expect(fold('Größe Łódź Ｃｏｄｅ')).toBe('grose lodz code');
  });
});
