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

interface Node {
  readonly next: Map<number, Node>;
  readonly endings: Ending[];
}

export type FindWords = (folded: string, meter?: Meter) => Hit[];

/** Longest walk from one place; patterns are shorter. */
const MAX_WALK = 48;
const MAX_HITS = 60_000;

/** Makes a finder for a lexicon: one walk over a trie from each place where a word may start. */
export function createWordFinder(lexicon: Readonly<Record<string, Words>>): FindWords {
  const atEdge = newNode();
  const anywhere = newNode();
  for (const words of Object.values(lexicon)) {
    for (const concept of CONCEPTS) {
      for (const pattern of (words[concept] ?? '').split('|'))
        addPattern(pattern, concept, atEdge, anywhere);
    }
  }
  return (folded, meter = { steps: 0 }) => {
    const hits: Hit[] = [];
    for (let at = 0; at < folded.length && hits.length < MAX_HITS; at += 1) {
      meter.steps += 1;
      const code = folded.charCodeAt(at);
      const edge = isWordCode(code) && !isWordCode(folded.charCodeAt(at - 1));
      if (edge) walk(folded, at, atEdge, hits, meter);
      if (code >= 0x27) walk(folded, at, anywhere, hits, meter);
    }
    return hits;
  };
}

function newNode(): Node {
  return { next: new Map(), endings: [] };
}

function addPattern(pattern: string, concept: Concept, atEdge: Node, anywhere: Node): void {
  const inside = pattern.startsWith('*');
  const trailing = pattern.endsWith('*');
  const word = fold(pattern.slice(inside ? 1 : 0, trailing ? -1 : undefined));
  if (word === '') return;
  const edgeless = isEdgeless(word.charCodeAt(0));
  let node = inside || edgeless ? anywhere : atEdge;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) {
      next = newNode();
      node.next.set(code, next);
    }
    node = next;
  }
  const open = trailing || isEdgeless(word.charCodeAt(word.length - 1));
  if (!node.endings.some((ending) => ending.concept === concept && ending.open === open)) {
    node.endings.push({ concept, open });
  }
}

function walk(folded: string, start: number, root: Node, hits: Hit[], meter: Meter): void {
  let node: Node | undefined = root;
  const limit = Math.min(folded.length, start + MAX_WALK);
  for (let at = start; at < limit; at += 1) {
    meter.steps += 1;
    const code = folded.charCodeAt(at);
    // Joiners steer how letters are drawn; the word is the same without them.
    if (code === 0x200c || code === 0x200d) {
      const joined: Node | undefined = node.next.get(code);
      if (joined) node = joined;
      continue;
    }
    node = node.next.get(code);
    if (!node) return;
    for (const { concept, open } of node.endings) {
      if (open || !isWordCode(folded.charCodeAt(at + 1)))
        hits.push({ concept, start, end: at + 1 });
    }
  }
}
