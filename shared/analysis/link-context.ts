import { mapIntent, readIntent, strongest, type Intent } from './intent.ts';
import type { Mail, MailPart } from './mail.ts';
import type { Anchor } from './page.ts';
import {
  conceptsIn,
  sentenceAround,
  sentencesIn,
  type Concepts,
  type ReadText,
} from './words-of.ts';

export interface Occurrence {
  readonly part: MailPart;
  readonly anchor: Anchor;
  /** Where the link before it ends: words before that belong to that one. */
  readonly previousEnd: number;
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
}

export function readAround({ part, anchor, previousEnd }: Occurrence, mail: Mail): Around {
  const { words, page } = part;
  const sentence = sentenceAround(page.text, anchor.start, anchor.end, REACH);
  const from = Math.max(sentence.start, Math.min(previousEnd, anchor.start));
  const linesFrom = Math.max(
    from === sentence.start ? previousEnd : from,
    anchor.start - 1.5 * REACH,
    0,
  );
  mail.meter.steps += 4 * REACH;
  const label = anchor.bare
    ? labelWords(anchor, part)
    : conceptsIn(words, anchor.start, anchor.end);
  const before = conceptsIn(words, from, anchor.start);
  const behind = conceptsIn(words, anchor.end, sentence.end);
  return {
    label:
      label.size === 0 && anchor.label !== '' && !anchor.bare ? mail.read(anchor.label) : label,
    sentence: union(before, behind),
    turning: anchor.bare ? before : union(before, behind),
    lines: conceptsIn(words, linesFrom, anchor.start),
    wish: strongestWish(words, linesFrom, anchor.start),
  };
}

/** Sentence by sentence: a verb of one and a noun of another say nothing together. */
function strongestWish(words: ReadText, from: number, to: number): Intent {
  let wish = readIntent(new Set());
  for (const { start, end } of sentencesIn(words.text, from, to)) {
    const intent = readIntent(conceptsIn(words, start, end));
    const known = wish;
    wish = mapIntent((kind) => Math.max(known[kind], intent[kind]));
  }
  return wish;
}

/** A bare url is its own label: only the words that introduce it on its line can stand for one. */
function labelWords(anchor: Anchor, part: MailPart): Concepts {
  if (anchor.label === '') return new Set();
  return conceptsIn(part.words, Math.max(0, anchor.start - anchor.label.length - 4), anchor.start);
}

function union(a: Concepts, b: Concepts): Concepts {
  return new Set([...a, ...b]);
}

export interface Intents {
  readonly label: Intent;
  readonly context: Intent;
  readonly subject: Intent;
  readonly total: Intent;
  readonly pointing: boolean;
}

export function weighIntents(anchor: Anchor, around: Around, mail: Mail, url: Intent): Intents {
  const near = union(around.sentence, around.lines);
  const label = readLabel(around.label, union(near, mail.subjectConcepts));
  const wide = readIntent(union(near, mail.subjectConcepts));
  const context = mapIntent((kind) =>
    Math.max(readIntent(around.sentence)[kind], around.wish[kind], 0.6 * wide[kind]),
  );
  const subject = readIntent(mail.subjectConcepts);
  const pointing = anchor.label === '' || around.label.has('go') || around.label.has('start');
  const share = pointing ? 0.6 : strongest(label).weight > 0 ? 0.4 : 0.2;
  const total = mapIntent(
    (kind) => label[kind] + share * context[kind] + 0.4 * subject[kind] + url[kind],
  );
  return { label, context: mapIntent((kind) => share * context[kind]), subject, total, pointing };
}

/** "Join the trip" accepts an invitation, "confirm" a subscription, where the mail speaks of one. */
function readLabel(label: Concepts, around: Concepts): Intent {
  const own = readIntent(label);
  const invite = label.has('accept') && around.has('invite') ? Math.max(4, own.invite) : own.invite;
  return { ...own, invite };
}
