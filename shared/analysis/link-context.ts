import { Concepts } from './concepts.ts';
import { mapIntent, readIntent, strongest, type Intent } from './intent.ts';
import type { Mail, MailPart } from './mail.ts';
import type { Anchor } from './page.ts';
import { conceptsIn, sentenceAround, sentencesIn, type ReadText } from './words-of.ts';

export interface Occurrence {
  readonly part: MailPart;
  readonly anchor: Anchor;
  /** Where the link before it ends: words before that belong to that one. */
  readonly previousEnd: number;
  /** Where the next link begins: its words, and those behind it, belong to that one. */
  readonly nextStart: number;
}

/** How far to either side of a link words can be about it. */
const REACH = 200;

export interface Around {
  readonly label: Concepts;
  readonly sentence: Concepts;
  /** The part of the sentence that can turn the link against its mail: behind a bare url a new thought begins. */
  readonly turning: Concepts;
  readonly lines: Concepts;
  /** The strongest wish of any one sentence before it. */
  readonly wish: Intent;
  /** A sentence above leads to it with a colon or a word such as "click". */
  readonly led: boolean;
}

export function readAround(
  { part, anchor, previousEnd, nextStart }: Occurrence,
  mail: Mail,
): Around {
  const { words, page } = part;
  const sentence = sentenceAround(page.text, anchor.start, anchor.end, REACH);
  const lowest = Math.min(previousEnd, anchor.start);
  const linesFrom = Math.max(lowest, anchor.start - 1.5 * REACH, 0);
  mail.meter.steps += 4 * REACH;
  const lead = anchor.bare ? findLead(words, anchor.start, lowest) : null;
  const before = conceptsIn(words, lead ?? Math.max(sentence.start, lowest), anchor.start);
  const behind = conceptsIn(words, anchor.end, Math.min(sentence.end, nextStart));
  return {
    label: readOwnWords(anchor, part, mail),
    sentence: before.and(behind),
    turning: anchor.bare ? before : before.and(behind),
    lines: conceptsIn(words, linesFrom, anchor.start),
    wish: strongestWish(words, linesFrom, anchor.start),
    led: lead !== null,
  };
}

/** Where the sentence begins that leads to a url on a line of its own: one that ends in a colon, or points at it. */
function findLead(words: ReadText, start: number, lowest: number): number | null {
  const text = words.text.slice(Math.max(lowest, start - REACH), start);
  const end = start - text.length + text.replace(/[\s<([]+$/, '').length;
  if (end === start || !text.slice(end - start).includes('\n')) return null;
  const from = Math.max(lowest, sentenceAround(words.text, end - 1, end - 1, REACH).start);
  const colon = /[:：]$/.test(words.text.slice(end - 1, end));
  return colon || conceptsIn(words, from, end).has('go') ? from : null;
}

/** Sentence by sentence: a verb of one and a noun of another say nothing together. */
function strongestWish(words: ReadText, from: number, to: number): Intent {
  let wish = readIntent(Concepts.none);
  for (const { start, end } of sentencesIn(words.text, from, to)) {
    const intent = readIntent(conceptsIn(words, start, end));
    const known = wish;
    wish = mapIntent((kind) => Math.max(known[kind], intent[kind]));
  }
  return wish;
}

/** A bare url is its own label: only the words that introduce it on its line can stand for one. */
function readOwnWords(anchor: Anchor, part: MailPart, mail: Mail): Concepts {
  if (anchor.label === '') return Concepts.none;
  const from = anchor.bare ? anchor.start - anchor.label.length - 4 : anchor.start;
  const shown = conceptsIn(part.words, Math.max(0, from), anchor.bare ? anchor.start : anchor.end);
  return shown.isEmpty && !anchor.bare ? mail.read(anchor.label) : shown;
}

export interface Intents {
  readonly label: Intent;
  readonly context: Intent;
  readonly subject: Intent;
  readonly total: Intent;
  readonly pointing: boolean;
}

export function weighIntents(anchor: Anchor, around: Around, mail: Mail, url: Intent): Intents {
  const near = around.sentence.and(around.lines);
  const label = readLabel(around.label, near.and(mail.subjectConcepts));
  const wide = readIntent(near.and(mail.subjectConcepts));
  const context = mapIntent((kind) =>
    Math.max(readIntent(around.sentence)[kind], around.wish[kind], 0.6 * wide[kind]),
  );
  const subject = readIntent(mail.subjectConcepts);
  const pointing = anchor.label === '' || around.label.has('go') || around.label.has('start');
  const share = around.led ? 0.75 : pointing ? 0.6 : strongest(label).weight > 0 ? 0.4 : 0.2;
  const total = mapIntent(
    (kind) => label[kind] + share * context[kind] + 0.4 * subject[kind] + url[kind],
  );
  return { label, context: mapIntent((kind) => share * context[kind]), subject, total, pointing };
}

/** "Join the trip" accepts an invitation, "confirm" a subscription, where the mail speaks of one. */
function readLabel(label: Concepts, around: Concepts): Intent {
  const own = readIntent(label);
  const invite = label.has('accept') && around.has('invite') ? Math.max(4, own.invite) : own.invite;
  // What one activates there is a plan or a discount.
  const verify = label.has('trade') && !label.has('account') ? 0 : own.verify;
  return { ...own, invite, verify };
}
