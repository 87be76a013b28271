import type { Concept } from './concepts.ts';
import { isWordCode } from './fold.ts';

/** A word of the lexicon in a text. */
export interface Hit {
  readonly concept: Concept;
  /** The concept's, in `Concepts`. */
  readonly bit: number;
  readonly start: number;
  readonly end: number;
}

/** What a word means. */
export interface Meaning {
  readonly concept: Concept;
  readonly bit: number;
  /** In a text it may go on after what is known of it. */
  readonly open: boolean;
}

interface Word {
  readonly word: string;
  readonly meanings: readonly Meaning[];
}

/** Longest walk from one place; words are shorter. */
const MAX_WALK = 48;
/** A place with more ways on than this has a row of them, one with fewer a list. */
const MAX_LISTED = 6;
const WIDEST_ROW = 0x80;

const LIST = -1;
const REST = -2;

const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d;

/** Where one comes from a place with a unit that goes on there; 0 where none does. */
function nextPlace(places: Int32Array, place: number, code: number): number {
  const sort = places[place + 1] ?? 0;
  const count = places[place + 2] ?? 0;
  const from = place + 3;
  if (sort !== LIST) {
    const at = code - sort;
    return at >= 0 && at < count ? (places[from + at] ?? 0) : 0;
  }
  for (let at = from; at < from + count; at += 1)
    if (places[at] === code) return places[at + count] ?? 0;
  return 0;
}

/**
 * A trie of UTF-16 units, all in one array of numbers: its places are indices there, and an object each would be too
 * much for some ten thousand. At a place stand 1 + the number of the word that ends there, its sort, and a count:
 *
 * - a row begins at a unit (the sort) and has a target for each unit from there on, 0 where no word goes;
 * - a list has so many units, then their targets;
 * - a rest is where only one word goes on: its first number is how many units of it are behind, its count that word's number.
 */
export class WordTrie {
  readonly #words: readonly Word[];
  readonly #first = new Int32Array(0x10000);
  readonly #places: Int32Array;

  constructor(words: ReadonlyMap<string, readonly Meaning[]>) {
    this.#words = [...words]
      .map(([word, meanings]) => ({ word, meanings }))
      .sort((a, b) => (a.word < b.word ? -1 : 1));
    const places = [0];
    for (const { code, from, to } of this.#waysOf(0, this.#words.length, 0))
      this.#first[code] = this.#add(places, from, to, 1);
    this.#places = Int32Array.from(places);
  }

  /** Tells of all words that begin at `start`. Returns how many units it has looked at. */
  walk(text: string, start: number, hits: Hit[]): number {
    const places = this.#places;
    const limit = Math.min(text.length, start + MAX_WALK);
    let place = this.#first[text.charCodeAt(start)] ?? 0;
    let at = start + 1;
    if (place === 0) return 1;
    for (;;) {
      if (places[place + 1] === REST) return this.#walkRest(text, start, at, place, hits);
      const ending = places[place] ?? 0;
      if (ending !== 0) this.#note(ending - 1, text, start, at, hits);
      let next = 0;
      for (; next === 0; at += 1) {
        if (at >= limit) return at - start;
        const code = text.charCodeAt(at);
        next = nextPlace(places, place, code);
        // Joiners steer how letters are drawn; the word is the same without them.
        if (next === 0 && !isJoiner(code)) return at + 1 - start;
      }
      place = next;
    }
  }

  #walkRest(text: string, start: number, from: number, place: number, hits: Hit[]): number {
    const number = this.#places[place + 2] ?? 0;
    const word = this.#words[number]?.word ?? '';
    const limit = Math.min(text.length, start + MAX_WALK);
    let behind = this.#places[place] ?? 0;
    let at = from;
    for (; behind < word.length; at += 1) {
      if (at >= limit) return at - start;
      const code = text.charCodeAt(at);
      if (code === word.charCodeAt(behind)) behind += 1;
      else if (!isJoiner(code)) return at + 1 - start;
    }
    this.#note(number, text, start, at, hits);
    return at - start;
  }

  #note(number: number, text: string, start: number, end: number, hits: Hit[]): void {
    const goesOn = end < text.length && isWordCode(text.charCodeAt(end));
    for (const { concept, bit, open } of this.#words[number]?.meanings ?? [])
      if (open || !goesOn) hits.push({ concept, bit, start, end });
  }

  #add(places: number[], from: number, to: number, depth: number): number {
    const place = places.length;
    if (to - from === 1) {
      places.push(depth, REST, from);
      return place;
    }
    const endsHere = this.#words[from]?.word.length === depth;
    const ways = this.#waysOf(endsHere ? from + 1 : from, to, depth);
    const first = ways[0]?.code ?? 0;
    const width = (ways.at(-1)?.code ?? 0) - first + 1;
    const isRow = ways.length > MAX_LISTED && width <= WIDEST_ROW;
    const size = isRow ? width : 2 * ways.length;
    places.push(endsHere ? from + 1 : 0, isRow ? first : LIST, isRow ? width : ways.length);
    for (let at = 0; at < size; at += 1) places.push(0);
    for (const [number, way] of ways.entries()) {
      const at = place + 3 + (isRow ? way.code - first : number);
      if (!isRow) places[at] = way.code;
      const target = this.#add(places, way.from, way.to, depth + 1);
      places[isRow ? at : at + ways.length] = target;
    }
    return place;
  }

  /** The ways on from the words of a range, which have their first `depth` units in common. */
  #waysOf(start: number, to: number, depth: number): { code: number; from: number; to: number }[] {
    const ways: { code: number; from: number; to: number }[] = [];
    for (let from = start; from < to;) {
      const code = this.#words[from]?.word.charCodeAt(depth) ?? 0;
      let end = from + 1;
      while (end < to && this.#words[end]?.word.charCodeAt(depth) === code) end += 1;
      ways.push({ code, from, to: end });
      from = end;
    }
    return ways;
  }
}
