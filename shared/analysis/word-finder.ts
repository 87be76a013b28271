import { bitOf, CONCEPTS, type Concept, type Words } from './concepts.ts';
import { fold, isEdgeless, isWordCode } from './fold.ts';
import type { Meter } from './page.ts';

/** A word of the lexicon in a text. */
export interface Hit {
  readonly concept: Concept;
  /** The concept's, in `Concepts`. */
  readonly bit: number;
  readonly start: number;
  readonly end: number;
}

interface Ending {
  readonly concept: Concept;
  readonly bit: number;
  /** The word may go on after the pattern. */
  readonly open: boolean;
}

/**
 * A trie of UTF-16 units. Its places are numbers from 0, the root: an object each would be too much for some hundred
 * thousand. The ways on from all of them stand in one table, by a hash of place and unit.
 */
class Trie {
  #size = 1;
  #capacity = 0x4000;
  #places = new Uint32Array(this.#capacity);
  #codes = new Uint16Array(this.#capacity);
  #targets = new Uint32Array(this.#capacity);
  readonly #endings = new Map<number, Ending[]>();
  /** Whether a place has endings. */
  #isEnd = new Uint8Array(this.#capacity);

  /** Where `code` leads from a place; 0 where it leads nowhere. */
  step(place: number, code: number): number {
    return this.#targets[this.#slotOf(place, code)] ?? 0;
  }

  endingsAt(place: number): readonly Ending[] | undefined {
    return this.#isEnd[place] === 1 ? this.#endings.get(place) : undefined;
  }

  add(word: string, ending: Ending): void {
    let place = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      place = this.step(place, code) || this.#grow(place, code);
    }
    const endings = this.#endings.get(place) ?? [];
    const same = ({ concept, open }: Ending) => concept === ending.concept && open === ending.open;
    if (!endings.some(same)) this.#endings.set(place, [...endings, ending]);
    this.#isEnd[place] = 1;
  }

  /** Of this way on, or the free one where it would stand. */
  #slotOf(place: number, code: number): number {
    const mask = this.#capacity - 1;
    let slot = ((Math.imul(place, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8) & mask;
    while (
      this.#targets[slot] !== 0 &&
      (this.#places[slot] !== place || this.#codes[slot] !== code)
    )
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(place: number, code: number): number {
    const next = this.#size;
    this.#size += 1;
    if (next > this.#capacity / 2) this.#widen();
    this.#set(place, code, next);
    return next;
  }

  #set(place: number, code: number, target: number): void {
    const slot = this.#slotOf(place, code);
    this.#places[slot] = place;
    this.#codes[slot] = code;
    this.#targets[slot] = target;
  }

  #widen(): void {
    const [places, codes, targets, isEnd] = [this.#places, this.#codes, this.#targets, this.#isEnd];
    this.#capacity *= 2;
    this.#places = new Uint32Array(this.#capacity);
    this.#codes = new Uint16Array(this.#capacity);
    this.#targets = new Uint32Array(this.#capacity);
    this.#isEnd = new Uint8Array(this.#capacity);
    this.#isEnd.set(isEnd);
    for (const [slot, target] of targets.entries())
      if (target !== 0) this.#set(places[slot] ?? 0, codes[slot] ?? 0, target);
  }
}

export type FindWords = (folded: string, meter?: Meter) => Hit[];

/** Longest walk from one place; patterns are shorter. */
const MAX_WALK = 48;
const MAX_HITS = 60_000;

const LATIN = 0x80;
const wordCodes = Uint8Array.from({ length: LATIN }, (_, code) => (isWordCode(code) ? 1 : 0));
const isWord = (code: number): boolean => (code < LATIN ? wordCodes[code] === 1 : isWordCode(code));

/** With which three ASCII characters words begin: by a hash, so a few too many. Those that are not ASCII are not noted. */
class Beginnings {
  readonly #flags = new Uint8Array(0x10000);

  /** Nearly all places of a text are settled by this one look. */
  at(first: number, second: number, third: number): number {
    if (first >= LATIN || second >= LATIN || third >= LATIN) return AT_EDGE | ANYWHERE;
    return this.#flags[hashOf(first, second, third)] ?? 0;
  }

  /** A word that is shorter, or goes on with another script, may be followed by anything. */
  note(word: string, flag: number): void {
    const [first, second, third] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    if (first >= LATIN) return;
    const seconds = second < LATIN ? [second] : ascii;
    const thirds = second < LATIN && third < LATIN ? [third] : ascii;
    for (const b of seconds)
      for (const c of thirds) {
        const hash = hashOf(first, b, c);
        this.#flags[hash] = (this.#flags[hash] ?? 0) | flag;
      }
  }
}

const AT_EDGE = 1;
const ANYWHERE = 2;
const ascii: readonly number[] = Array.from({ length: LATIN }, (_, code) => code);

function hashOf(first: number, second: number, third: number): number {
  return ((first << 9) ^ (second << 5) ^ third) & 0xffff;
}

/** Words of two sorts: those that begin where a word does, and those that stand anywhere. */
interface Tries {
  readonly atEdge: Trie;
  readonly anywhere: Trie;
  readonly beginnings: Beginnings;
}

/** Makes a finder for a lexicon: one walk over a trie from each place where a word may start. */
export function createWordFinder(lexicon: Readonly<Record<string, Words>>): FindWords {
  const tries: Tries = { atEdge: new Trie(), anywhere: new Trie(), beginnings: new Beginnings() };
  for (const words of Object.values(lexicon)) {
    for (const concept of CONCEPTS) {
      for (const pattern of (words[concept] ?? '').split('|')) addPattern(pattern, concept, tries);
    }
  }
  const { atEdge, anywhere, beginnings } = tries;
  return (folded, meter = { steps: 0 }) => {
    const hits: Hit[] = [];
    let wasWord = false;
    const codeAt = (at: number): number => (at < folded.length ? folded.charCodeAt(at) : LATIN);
    let code = codeAt(0);
    let next = codeAt(1);
    meter.steps += folded.length;
    for (let at = 0; at < folded.length && hits.length < MAX_HITS; at += 1) {
      const third = codeAt(at + 2);
      const word = isWord(code);
      const flags = beginnings.at(code, next, third);
      if (flags !== 0) {
        if (word && !wasWord && (flags & AT_EDGE) !== 0) walk(folded, at, atEdge, hits, meter);
        if (code >= 0x27 && (flags & ANYWHERE) !== 0) walk(folded, at, anywhere, hits, meter);
      }
      wasWord = word;
      code = next;
      next = third;
    }
    return hits;
  };
}

function addPattern(pattern: string, concept: Concept, tries: Tries): void {
  const inside = pattern.startsWith('*');
  const trailing = pattern.endsWith('*');
  const word = fold(pattern.slice(inside ? 1 : 0, trailing ? -1 : undefined));
  if (word === '') return;
  const isAnywhere = inside || isEdgeless(word.charCodeAt(0));
  const open = trailing || isEdgeless(word.charCodeAt(word.length - 1));
  const trie = isAnywhere ? tries.anywhere : tries.atEdge;
  trie.add(word, { concept, bit: bitOf(concept), open });
  tries.beginnings.note(word, isAnywhere ? ANYWHERE : AT_EDGE);
}

function walk(folded: string, start: number, trie: Trie, hits: Hit[], meter: Meter): void {
  let place = 0;
  const limit = Math.min(folded.length, start + MAX_WALK);
  for (let at = start; at < limit; at += 1) {
    meter.steps += 1;
    const code = folded.charCodeAt(at);
    const next = trie.step(place, code);
    // Joiners steer how letters are drawn; the word is the same without them.
    if (code === 0x200c || code === 0x200d) {
      place = next || place;
      continue;
    }
    if (next === 0) return;
    place = next;
    const endings = trie.endingsAt(place);
    if (endings === undefined) continue;
    for (const { concept, bit, open } of endings) {
      if (open || !isWordCode(folded.charCodeAt(at + 1)))
        hits.push({ concept, bit, start, end: at + 1 });
    }
  }
}
