import { CONCEPTS, type Concept, type Words } from './concepts.ts';
import { fold, isEdgeless, isWordCode } from './fold.ts';
import type { Meter } from './page.ts';

/** A word of the lexicon in a text. */
export interface Hit {
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
}

interface Ending {
  readonly concept: Concept;
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

/** The words of a lexicon that begin alike: where, and with which two ASCII characters any of them does. */
class Trie {
  readonly root = new Node();
  readonly #pairs = new Uint8Array(LATIN * LATIN);

  add(word: string, ending: Ending): void {
    let node = this.root;
    for (let at = 0; at < word.length; at += 1) node = node.grow(word.charCodeAt(at));
    const endings = (node.endings ??= []);
    const same = ({ concept, open }: Ending) => concept === ending.concept && open === ending.open;
    if (!endings.some(same)) endings.push(ending);
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    if (first >= LATIN) return;
    // A word of one character, or one that goes on with another script, may be followed by anything.
    if (!(second < LATIN)) this.#pairs.fill(1, first * LATIN, (first + 1) * LATIN);
    else this.#pairs[first * LATIN + second] = 1;
  }

  /** Whether a word may begin with these two: nearly all places of a text are settled here. */
  mayBegin(first: number, second: number): boolean {
    return first >= LATIN || second >= LATIN || this.#pairs[first * LATIN + second] === 1;
  }
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
    let code = folded.charCodeAt(0);
    meter.steps += folded.length;
    for (let at = 0; at < folded.length && hits.length < MAX_HITS; at += 1) {
      const next = at + 1 < folded.length ? folded.charCodeAt(at + 1) : LATIN;
      const word = isWord(code);
      if (word && !wasWord && atEdge.mayBegin(code, next))
        walk(folded, at, atEdge.root, hits, meter);
      if (code >= 0x27 && anywhere.mayBegin(code, next))
        walk(folded, at, anywhere.root, hits, meter);
      wasWord = word;
      code = next;
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
  trie.add(word, { concept, open });
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
    for (const { concept, open } of node.endings) {
      if (open || !isWordCode(folded.charCodeAt(at + 1)))
        hits.push({ concept, start, end: at + 1 });
    }
  }
}
