import { bitOf, type Concept, CONCEPTS, type Concepts } from './concepts.ts';
import { LEXICON } from './lexicon.ts';
import { toWords, type Words } from './words.ts';

interface Phrase {
  /** What follows its first word, or its first letters when it is the beginning of a word. */
  readonly rest: string;
  readonly bit: Concepts;
}

interface Part {
  readonly part: string;
  readonly bit: Concepts;
}

/** Long enough to be rare, short enough that every beginning has them. */
const stemLetters = 3;

const phrases = new Map<string, Phrase[]>();
const stems = new Map<string, Phrase[]>();
const parts: Part[] = [];
/** Of scripts that write no spaces. */
const unspaced: Part[] = [];

const isUnspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function put(index: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [phrase]);
  else known.push(phrase);
}

function learn(pattern: string, concept: Concept): void {
  const bit = bitOf(concept);
  const words = toWords(pattern).trim();
  if (isUnspaced.test(words)) unspaced.push({ part: words, bit });
  else if (pattern.startsWith('*')) parts.push({ part: words, bit });
  else if (pattern.endsWith('*'))
    put(stems, words.slice(0, stemLetters), { rest: words.slice(stemLetters), bit });
  else {
    const [first = '', ...others] = words.split(' ');
    put(phrases, first, { rest: others.map((word) => ` ${word}`).join(''), bit });
  }
}

for (const concept of CONCEPTS) {
  for (const pattern of LEXICON[concept].split(/[|\n]/)) learn(pattern.trim(), concept);
}

/** The concepts of phrases and beginnings of words that stand at a word's start. */
function conceptsAt(words: Words, start: number, end: number): Concepts {
  let found = 0;
  for (const { rest, bit } of phrases.get(words.slice(start, end)) ?? []) {
    if (rest === '' || (words.startsWith(rest, end) && words[end + rest.length] === ' '))
      found |= bit;
  }
  for (const { rest, bit } of stems.get(words.slice(start, start + stemLetters)) ?? []) {
    if (words.startsWith(rest, start + stemLetters)) found |= bit;
  }
  return found;
}

/** What a text is about. */
export function findConcepts(words: Words): Concepts {
  if (words === '') return 0;
  let found = 0;
  for (let start = 1; start < words.length;) {
    const end = words.indexOf(' ', start);
    found |= conceptsAt(words, start, end);
    start = end + 1;
  }
  for (const { part, bit } of parts) if (words.includes(part)) found |= bit;
  if (isUnspaced.test(words)) {
    for (const { part, bit } of unspaced) if (words.includes(part)) found |= bit;
  }
  return found;
}
