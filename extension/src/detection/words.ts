import type { Words } from './field-signals.ts';

/** Longer texts say no more about a field. */
const longest = 400;

/** Brings a text or an attribute into the form in which words are compared, with a space at both ends. */
export function toWords(text: string): Words {
  const plain = text
    .slice(0, longest)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? '' : ` ${plain} `;
}

const isCjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

/** Whether one of the phrases stands in the words; phrases match whole words, except where a script writes no spaces. */
export function hasPhrase(words: Words, phrases: readonly string[]): boolean {
  if (words === '') return false;
  return phrases.some((phrase) => words.includes(isCjk.test(phrase) ? phrase : ` ${phrase} `));
}

/** Whether one of the parts stands anywhere in the words, also within a longer one. */
export function hasPart(words: Words, parts: readonly string[]): boolean {
  return parts.some((part) => words.includes(part));
}
