import { bitOf, bitsOf, type Concept, CONCEPTS, Concepts } from './concepts.ts';
import { fold } from './fold.ts';
import type { Meter } from './page.ts';
import type { FindWords } from './word-finder.ts';
import type { Hit } from './word-trie.ts';

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
  const found = find(folded, meter);
  if (found.length === 0) return { text, folded, hits: found };
  const hits = dropCovered(outsideAddresses(found, folded));
  return { text, folded, hits: joinCodes(hits, folded) };
}

const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,255}/g;

/** `events@verify.example` speaks neither of events nor of verifying. */
function outsideAddresses(hits: readonly Hit[], folded: string): readonly Hit[] {
  if (!folded.includes('@')) return hits;
  const places = [...folded.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
  }));
  let next = 0;
  return hits.filter(({ start }) => {
    while ((places[next]?.end ?? Infinity) <= start) next += 1;
    return start < (places[next]?.start ?? Infinity);
  });
}

/** What does not count inside a longer word: "discount code" is no code, "enable" does not disable. */
const COVERED: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  otherCode: ['code', 'secret'],
  secret: ['oneTime'],
  confirm: ['undo'],
  filler: CONCEPTS,
};
const covering = bitsOf(CONCEPTS.filter((concept) => COVERED[concept]));

/** What a code is for, beside the word for it: "code to sign in", "verification code", "order code". */
const JOINED: Readonly<Partial<Record<Concept, Concept>>> = {
  confirm: 'secret',
  signIn: 'secret',
  oneTime: 'secret',
  trade: 'otherCode',
};
/** A password to confirm with is a code as well, and stays a password. */
const NAMES: readonly Concept[] = ['code', 'password'];
const naming = bitsOf(NAMES);
/** "of", "de la", "zum"; a comma or a full stop parts them. */
const MAX_CONNECTION = 6;
const CONNECTION = /^[\p{L}\p{M}' ]*$/u;

function joinCodes(hits: readonly Hit[], folded: string): readonly Hit[] {
  if (!hits.some(({ bit }) => (bit & naming) !== 0)) return hits;
  const joined: Hit[] = [];
  let isChanged = false;
  for (const [index, hit] of hits.entries()) {
    const whole = (hit.bit & naming) === 0 ? null : joinedCode(hits, index, folded);
    isChanged ||= whole !== null;
    if (hit.concept !== 'code' || !whole) joined.push(hit);
    if (whole) joined.push(whole);
  }
  return isChanged ? joined.sort((a, b) => a.start - b.start) : hits;
}

function joinedCode(hits: readonly Hit[], index: number, folded: string): Hit | null {
  const code = hits[index];
  if (!code) return null;
  for (let at = Math.max(0, index - 4); at < Math.min(hits.length, index + 5); at += 1) {
    const other = hits[at];
    const concept = other && JOINED[other.concept];
    if (!concept || !other) continue;
    // "Confirm the code" names nothing; before the word only what is right beside it says what it is for.
    const isBefore = other.end <= code.start;
    if (code.concept === 'password' && (isBefore || other.concept !== 'confirm')) continue;
    const [from, to] = isBefore ? [other.end, code.start] : [code.end, other.start];
    if (to < from || to - from > (isBefore ? 1 : MAX_CONNECTION)) continue;
    if (!CONNECTION.test(folded.slice(from, to))) continue;
    const start = Math.min(code.start, other.start);
    return { concept, bit: bitOf(concept), start, end: Math.max(code.end, other.end) };
  }
  return null;
}

function dropCovered(hits: readonly Hit[]): readonly Hit[] {
  const covers = new Map<Concept, Hit>();
  let reach = -1;
  let last = -1;
  return hits.filter((hit, index) => {
    // Hits at one start come in any order, so those that cover are noted for all of them first.
    if (hit.start !== last) reach = Math.max(reach, noteCovers(hits, index, covers));
    last = hit.start;
    if (hit.end > reach) return true;
    for (const cover of covers.values()) if (isCovered(hit, cover)) return false;
    return true;
  });
}

/** How far those reach that begin where the hit at `from` does; -1 where none of them covers. */
function noteCovers(hits: readonly Hit[], from: number, covers: Map<Concept, Hit>): number {
  const start = hits[from]?.start;
  let reach = -1;
  for (let at = from; at < Math.min(hits.length, from + 12); at += 1) {
    const hit = hits[at];
    if (!hit || hit.start !== start) break;
    if ((hit.bit & covering) === 0) continue;
    const known = covers.get(hit.concept);
    if (!known || hit.end > known.end) covers.set(hit.concept, hit);
    reach = Math.max(reach, hit.end);
  }
  return reach;
}

function isCovered(hit: Hit, cover: Hit): boolean {
  if (hit.end > cover.end || hit.start < cover.start || hit.concept === cover.concept) return false;
  if (!COVERED[cover.concept]?.includes(hit.concept)) return false;
  return cover.end - cover.start > hit.end - hit.start || cover.concept !== 'confirm';
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
