import { Concepts } from './concepts.ts';
import { fold } from './fold.ts';
import type { Meter } from './page.ts';
import type { FindWords, Hit } from './word-finder.ts';

/** A text with the words that the lexicon knows, in the order of their starts. */
export interface ReadText {
  readonly text: string;
  readonly folded: string;
  readonly hits: readonly Hit[];
}

/** Never look at more words than this for one question; windows are short, so this is only reached by made-up mails. */
const MAX_IN_WINDOW = 200;

export function readWords(text: string, find: FindWords, meter: Meter): ReadText {
  const folded = fold(text);
  return { text, folded, hits: dropCovered(find(folded, meter)) };
}

/** "Discount code" is no code: what stands inside a word for another kind of code does not count for itself. */
function dropCovered(hits: readonly Hit[]): readonly Hit[] {
  let coveredTo = -1;
  const kept: Hit[] = [];
  for (const [index, hit] of hits.entries()) {
    if (hit.concept === 'otherCode') coveredTo = Math.max(coveredTo, hit.end);
    const covered = hit.end <= Math.max(coveredTo, coverFromHere(hits, index));
    if (covered && (hit.concept === 'code' || hit.concept === 'secret')) continue;
    kept.push(hit);
  }
  return kept;
}

/** Hits at one start come in any order; look a few ahead for a longer word for another kind of code. */
function coverFromHere(hits: readonly Hit[], index: number): number {
  const start = hits[index]?.start ?? 0;
  for (let at = index + 1; at < Math.min(hits.length, index + 12); at += 1) {
    const hit = hits[at];
    if (!hit || hit.start !== start) break;
    if (hit.concept === 'otherCode') return hit.end;
  }
  return -1;
}

/** The words that begin and end within a stretch. */
export function hitsIn(read: ReadText, start: number, end: number): Hit[] {
  const found: Hit[] = [];
  forEachIn(read, start, end, (hit) => found.push(hit));
  return found;
}

export function conceptsIn(read: ReadText, start: number, end: number): Concepts {
  let bits = 0;
  forEachIn(read, start, end, (hit) => (bits |= hit.bit));
  return new Concepts(bits);
}

function forEachIn(read: ReadText, start: number, end: number, see: (hit: Hit) => void): void {
  const { hits } = read;
  let left = MAX_IN_WINDOW;
  for (let at = firstFrom(hits, start); at < hits.length && left > 0; at += 1) {
    const hit = hits[at];
    if (!hit || hit.start >= end) return;
    if (hit.end > end) continue;
    see(hit);
    left -= 1;
  }
}

function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the sentence around a place begins and ends; at most `reach` characters to either side. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
  reach: number,
): { start: number; end: number } {
  let from = start;
  const lowest = Math.max(0, start - reach);
  while (from > lowest && !endsSentence(text, from - 1)) from -= 1;
  let to = end;
  const highest = Math.min(text.length, end + reach);
  while (to < highest && !endsSentence(text, to)) to += 1;
  return { start: from, end: to };
}

/** The sentences of a stretch. */
export function sentencesIn(
  text: string,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !endsSentence(text, at)) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (
    code === 0x0a ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0x964 ||
    code === 0x61f
  )
    return true;
  const mark = code === 0x2e || code === 0x21 || code === 0x3f;
  return (
    mark &&
    (at + 1 >= text.length || text.charCodeAt(at + 1) === 0x20 || text.charCodeAt(at + 1) === 0x0a)
  );
}
