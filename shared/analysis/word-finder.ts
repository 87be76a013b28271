import { bitOf, CONCEPTS, type Concept, type Words } from './concepts.ts';
import { fold, isEdgeless, isWordCode } from './fold.ts';
import type { Meter } from './page.ts';
import { type Hit, type Meaning, WordTrie } from './word-trie.ts';

export type FindWords = (folded: string, meter?: Meter) => Hit[];

const MAX_HITS = 60_000;

const LATIN = 0x80;
const wordCodes = Uint8Array.from({ length: LATIN }, (_, code) => (isWordCode(code) ? 1 : 0));
const isWord = (code: number): boolean => (code < LATIN ? wordCodes[code] === 1 : isWordCode(code));
const ascii: readonly number[] = Array.from({ length: LATIN }, (_, code) => code);

/**
 * With which three ASCII characters words begin: one bit each by a hash, so a few too many, and so small that it stays in
 * the processor's first cache. Those that are not ASCII are not noted.
 */
class Beginnings {
  readonly #bits = new Int32Array(0x800);

  /** Nearly all places of a text are settled by this one look. */
  has(first: number, second: number, third: number): boolean {
    if ((first | second | third) >= LATIN) return true;
    const hash = hashOf(first, second, third);
    return (((this.#bits[hash >> 5] ?? 0) >> (hash & 31)) & 1) !== 0;
  }

  /** A word that is shorter, or goes on with another script, may be followed by anything. */
  note(word: string): void {
    const [first, second, third] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    if (first >= LATIN) return;
    const seconds = second < LATIN ? [second] : ascii;
    const thirds = second < LATIN && third < LATIN ? [third] : ascii;
    for (const b of seconds)
      for (const c of thirds) {
        const hash = hashOf(first, b, c);
        this.#bits[hash >> 5] = (this.#bits[hash >> 5] ?? 0) | (1 << (hash & 31));
      }
  }
}

function hashOf(first: number, second: number, third: number): number {
  return ((first << 9) ^ (second << 5) ^ third) & 0xffff;
}

/** The words of one sort with their meanings, and how they begin. */
class WordList {
  readonly meanings = new Map<string, Meaning[]>();
  readonly beginnings = new Beginnings();

  add(word: string, concept: Concept, open: boolean): void {
    const known = this.meanings.get(word) ?? [];
    if (known.length === 0) {
      this.meanings.set(word, known);
      this.beginnings.note(word);
    }
    const isSame = (other: Meaning) => other.concept === concept && other.open === open;
    if (!known.some(isSame)) known.push({ concept, bit: bitOf(concept), open });
  }
}

/** Those that begin where a word does, and those that stand anywhere. */
interface WordLists {
  readonly atEdge: WordList;
  readonly anywhere: WordList;
}

/** Makes a finder for a lexicon: one walk over a trie from each place where a word may start. */
export function createWordFinder(lexicon: Readonly<Record<string, Words>>): FindWords {
  const lists = readLexicon(lexicon);
  const [edges, starts] = [lists.atEdge.beginnings, new WordTrie(lists.atEdge.meanings)];
  const [insides, parts] = [lists.anywhere.beginnings, new WordTrie(lists.anywhere.meanings)];
  return (folded, meter = { steps: 0 }) => {
    const hits: Hit[] = [];
    const { length } = folded;
    let wasWord = false;
    let steps = length;
    let code = length > 0 ? folded.charCodeAt(0) : LATIN;
    let next = length > 1 ? folded.charCodeAt(1) : LATIN;
    for (let at = 0; at < length && hits.length < MAX_HITS; at += 1) {
      const third = at + 2 < length ? folded.charCodeAt(at + 2) : LATIN;
      const word = isWord(code);
      if (word && !wasWord && edges.has(code, next, third)) steps += starts.walk(folded, at, hits);
      if (code >= 0x27 && insides.has(code, next, third)) steps += parts.walk(folded, at, hits);
      wasWord = word;
      code = next;
      next = third;
    }
    meter.steps += steps;
    return hits;
  };
}

function readLexicon(lexicon: Readonly<Record<string, Words>>): WordLists {
  const lists: WordLists = { atEdge: new WordList(), anywhere: new WordList() };
  for (const words of Object.values(lexicon)) {
    for (const concept of CONCEPTS) {
      for (const pattern of (words[concept] ?? '').split('|')) addPattern(pattern, concept, lists);
    }
  }
  return lists;
}

function addPattern(pattern: string, concept: Concept, lists: WordLists): void {
  const inside = pattern.startsWith('*');
  const trailing = pattern.endsWith('*');
  const word = fold(pattern.slice(inside ? 1 : 0, trailing ? -1 : undefined));
  if (word === '') return;
  const isAnywhere = inside || isEdgeless(word.charCodeAt(0));
  const open = trailing || isEdgeless(word.charCodeAt(word.length - 1));
  (isAnywhere ? lists.anywhere : lists.atEdge).add(word, concept, open);
}
