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

/** Of a way on: where it comes from, its UTF-16 unit, where it leads, and 1 + the number of the endings there. */
const STRIDE = 4;

/**
 * A trie of UTF-16 units. Its places are numbers from 0, the root: an object each would be too much for some hundred
 * thousand. The ways on from all of them stand in one table, by a hash of place and unit.
 */
class Trie {
  #size = 1;
  #capacity = 0x8000;
  #table = new Uint32Array(this.#capacity * STRIDE);
  readonly #endings: Ending[][] = [];

  /** Where the way on with `code` stands in the table, or would stand. */
  slotOf(place: number, code: number): number {
    const table = this.#table;
    const mask = this.#capacity - 1;
    let slot = ((Math.imul(place, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8) & mask;
    for (;;) {
      const at = slot * STRIDE;
      if (table[at + 2] === 0 || (table[at] === place && table[at + 1] === code)) return at;
      slot = (slot + 1) & mask;
    }
  }

  /** Where the way on that stands there leads; 0 where none does. */
  targetAt(slot: number): number {
    return this.#table[slot + 2] ?? 0;
  }

  endingsAt(slot: number): readonly Ending[] | undefined {
    const number = this.#table[slot + 3] ?? 0;
    return number === 0 ? undefined : this.#endings[number - 1];
  }

  add(word: string, ending: Ending): void {
    let place = 0;
    let slot = 0;
    for (let at = 0; at < word.length; at += 1) {
      slot = this.#reach(place, word.charCodeAt(at));
      place = this.targetAt(slot);
    }
    const endings = this.endingsAt(slot) ?? [];
    const same = ({ concept, open }: Ending) => concept === ending.concept && open === ending.open;
    if (endings.some(same)) return;
    this.#table[slot + 3] = this.#endings.push([...endings, ending]);
  }

  #reach(place: number, code: number): number {
    const slot = this.slotOf(place, code);
    if (this.targetAt(slot) !== 0) return slot;
    if (this.#size > this.#capacity / 2) {
      this.#widen();
      return this.#reach(place, code);
    }
    this.#table.set([place, code, this.#size], slot);
    this.#size += 1;
    return slot;
  }

  #widen(): void {
    const table = this.#table;
    this.#capacity *= 2;
    this.#table = new Uint32Array(this.#capacity * STRIDE);
    for (let at = 0; at < table.length; at += STRIDE) {
      if (table[at + 2] === 0) continue;
      const slot = this.slotOf(table[at] ?? 0, table[at + 1] ?? 0);
      this.#table.set(table.subarray(at, at + STRIDE), slot);
    }
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
    const slot = trie.slotOf(place, code);
    const next = trie.targetAt(slot);
    // Joiners steer how letters are drawn; the word is the same without them.
    if (code === 0x200c || code === 0x200d) {
      place = next || place;
      continue;
    }
    if (next === 0) return;
    place = next;
    const endings = trie.endingsAt(slot);
    if (endings === undefined) continue;
    for (const { concept, bit, open } of endings) {
      if (open || !isWordCode(folded.charCodeAt(at + 1)))
        hits.push({ concept, bit, start, end: at + 1 });
    }
  }
}
