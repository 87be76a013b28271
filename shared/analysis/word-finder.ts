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

/** A place in a trie. Most have one way on, which then stands in the node itself. */
class Node {
  code = -1;
  only: Node | null = null;
  others: Map<number, Node> | null = null;
  endings: Ending[] | null = null;

  step(code: number): Node | undefined {
    return this.code === code ? (this.only ?? undefined) : this.others?.get(code);
  }

  grow(code: number): Node {
    const known = this.step(code);
    if (known) return known;
    const next = new Node();
    if (this.only === null) {
      this.code = code;
      this.only = next;
    } else this.others = (this.others ?? new Map<number, Node>()).set(code, next);
    return next;
  }
}

export type FindWords = (folded: string, meter?: Meter) => Hit[];

/** Longest walk from one place; patterns are shorter. */
const MAX_WALK = 48;
const MAX_HITS = 60_000;

const LATIN = 0x80;
const wordCodes = Uint8Array.from({ length: LATIN }, (_, code) => (isWordCode(code) ? 1 : 0));
const isWord = (code: number): boolean => (code < LATIN ? wordCodes[code] === 1 : isWordCode(code));

/** The words of a lexicon that begin alike: where, and with which three ASCII characters some of them do. */
class Trie {
  readonly root = new Node();
  /** By a hash, so a few too many; those that are not ASCII are not looked up here. */
  readonly #beginnings = new Uint8Array(0x10000);

  add(word: string, ending: Ending): void {
    let node = this.root;
    for (let at = 0; at < word.length; at += 1) node = node.grow(word.charCodeAt(at));
    const endings = (node.endings ??= []);
    const same = ({ concept, open }: Ending) => concept === ending.concept && open === ending.open;
    if (!endings.some(same)) endings.push(ending);
    this.#note(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
  }

  /** Whether a word may begin with these: nearly all places of a text are settled here. */
  mayBegin(first: number, second: number, third: number): boolean {
    if (first >= LATIN || second >= LATIN || third >= LATIN) return true;
    return this.#beginnings[hashOf(first, second, third)] === 1;
  }

  /** A word that is shorter, or goes on with another script, may be followed by anything. */
  #note(first: number, second: number, third: number): void {
    if (first >= LATIN) return;
    const seconds = second < LATIN ? [second] : ascii;
    const thirds = second < LATIN && third < LATIN ? [third] : ascii;
    for (const b of seconds) for (const c of thirds) this.#beginnings[hashOf(first, b, c)] = 1;
  }
}

const ascii: readonly number[] = Array.from({ length: LATIN }, (_, code) => code);

function hashOf(first: number, second: number, third: number): number {
  return ((first << 9) ^ (second << 5) ^ third) & 0xffff;
}

/** Makes a finder for a lexicon: one walk over a trie from each place where a word may start. */
export function createWordFinder(lexicon: Readonly<Record<string, Words>>): FindWords {
  const atEdge = new Trie();
  const anywhere = new Trie();
  for (const words of Object.values(lexicon)) {
    for (const concept of CONCEPTS) {
      for (const pattern of (words[concept] ?? '').split('|'))
        addPattern(pattern, concept, atEdge, anywhere);
    }
  }
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
      if (word && !wasWord && atEdge.mayBegin(code, next, third))
        walk(folded, at, atEdge.root, hits, meter);
      if (code >= 0x27 && anywhere.mayBegin(code, next, third))
        walk(folded, at, anywhere.root, hits, meter);
      wasWord = word;
      code = next;
      next = third;
    }
    return hits;
  };
}

function addPattern(pattern: string, concept: Concept, atEdge: Trie, anywhere: Trie): void {
  const inside = pattern.startsWith('*');
  const trailing = pattern.endsWith('*');
  const word = fold(pattern.slice(inside ? 1 : 0, trailing ? -1 : undefined));
  if (word === '') return;
  const trie = inside || isEdgeless(word.charCodeAt(0)) ? anywhere : atEdge;
  const open = trailing || isEdgeless(word.charCodeAt(word.length - 1));
  trie.add(word, { concept, bit: bitOf(concept), open });
}

function walk(folded: string, start: number, root: Node, hits: Hit[], meter: Meter): void {
  let node: Node | undefined = root;
  const limit = Math.min(folded.length, start + MAX_WALK);
  for (let at = start; at < limit; at += 1) {
    meter.steps += 1;
    const code = folded.charCodeAt(at);
    // Joiners steer how letters are drawn; the word is the same without them.
    if (code === 0x200c || code === 0x200d) {
      const joined: Node | undefined = node.step(code);
      if (joined) node = joined;
      continue;
    }
    node = node.step(code);
    if (!node) return;
    if (node.endings === null) continue;
    for (const { concept, bit, open } of node.endings) {
      if (open || !isWordCode(folded.charCodeAt(at + 1)))
        hits.push({ concept, bit, start, end: at + 1 });
    }
  }
}
