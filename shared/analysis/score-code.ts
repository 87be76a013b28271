import { Concepts } from './concepts.ts';
import type { CodeShape } from './code-candidates.ts';
import type { Mail, MailPart } from './mail.ts';
import { Tally } from './tally.ts';
import { hitsIn, type ReadText } from './words-of.ts';
import type { Hit } from './word-trie.ts';

/** Of links that are looked at for a code. */
const MAX_LINKS = 60;
/** Lines that say more than what a number is. */
const LABEL_SLACK = 6;
/** Lines that are this long were wrapped, where no sentence ends. */
const WRAPPED = 45;
const BEFORE = 260;
const AFTER = 90;
const BELOW = 160;

/** What the place of a possible code tells. */
interface Place {
  readonly lineStart: number;
  readonly alone: boolean;
  /** The words from a few lines above up to it, and behind it on its line. */
  readonly before: readonly Hit[];
  readonly after: readonly Hit[];
  /** The words of the lines below. */
  readonly below: readonly Hit[];
}

/** Scores a run in a part, or in the subject when `part` is null. */
export function scoreCode(
  shape: CodeShape,
  words: ReadText,
  part: MailPart | null,
  mail: Mail,
): Tally {
  const tally = new Tally();
  const place = readPlace(shape, words);
  mail.meter.steps += BEFORE + AFTER;
  const bound = isDomainBound(words.text, shape);
  if (bound) tally.add(6, 'bound to a domain');
  const named =
    addNaming(tally, place, shape, words.text) ||
    addUnnamed(tally, place, shape, { words, part, mail });
  if (!named && !bound) return new Tally();
  addShape(tally, shape, place);
  if (place.alone && part) tally.add(2, 'stands on a line of its own');
  if (part) addSetting(tally, shape, part);
  addMailWords(tally, place, mail);
  addAgainst(tally, shape, place, { text: words.text, bound, mail });
  return tally;
}

function readPlace({ start, end }: CodeShape, words: ReadText): Place {
  const { text } = words;
  const above = text.slice(Math.max(0, start - BEFORE), start);
  const lineStart = start - above.length + lineStartIn(above);
  const below = text.slice(end, end + AFTER).split('\n', 1)[0] ?? '';
  const shown = start - above.length + above.lastIndexOf('\n') + 1;
  const lead = text.slice(Math.max(shown, start - 40), start);
  return {
    lineStart,
    alone: !/[\p{L}\p{N}]/u.test(lead + below.slice(0, 40)) && end - start <= 40,
    before: hitsIn(words, start - linesAbove(above, 4).length, start),
    after: hitsIn(words, end, end + below.length),
    below: hitsIn(words, end + below.length, end + BELOW),
  };
}

/** Where the last line begins; one that was wrapped at some seventy characters begins above. */
function lineStartIn(above: string): number {
  const from = above.lastIndexOf('\n') + 1;
  const before = above.lastIndexOf('\n', from - 2) + 1;
  const isWrapped =
    from - before >= WRAPPED && !/[.:!?…。：！？]\s*$/.test(above.slice(before, from));
  return from > 0 && isWrapped ? before : from;
}

/** The last lines of a text, the one that is cut at its end included. */
function linesAbove(text: string, count: number): string {
  return text.split('\n').slice(-count).join('\n');
}

/** RFC-less but common: `@example.com #123456` on the last line binds a code to a site. */
function isDomainBound(text: string, { start }: CodeShape): boolean {
  return /(?:^|\s)@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6} #$/i.test(
    text.slice(Math.max(0, start - 260), start),
  );
}

/** Whether anything calls it a code. Nothing else makes one: numbers alone on a line are everywhere. */
function addNaming(tally: Tally, place: Place, { start, end }: CodeShape, text: string): boolean {
  const onLine = place.before.filter((hit) => hit.start >= place.lineStart);
  const has = (hits: readonly Hit[], concept: Hit['concept']): boolean =>
    hits.some((hit) => hit.concept === concept);
  if (has(onLine, 'secret')) tally.add(4, 'named a code before it');
  else if (has(place.after, 'secret')) tally.add(4, 'named a code behind it');
  else if (has(place.before, 'secret') && place.alone) tally.add(4, 'the lines above name a code');
  else if (has(place.before, 'secret')) tally.add(2, 'the lines above name a code');
  else if (has(onLine, 'code') || has(place.after, 'code'))
    tally.add(2.5, 'its line speaks of a code');
  else if (has(place.before, 'code') && place.alone)
    tally.add(2.5, 'the lines above speak of a code');
  else if (has(place.below, 'code') && has(place.below, 'expire') && place.alone)
    tally.add(2.5, 'the lines below speak of a code that expires');
  else if (has(place.below, 'secret') && place.alone) tally.add(2.5, 'the lines below name a code');
  else if (has(place.before, 'password') && has(place.before, 'oneTime') && place.alone)
    tally.add(3, 'a password for once');
  if (tally.points === 0) return false;
  const lead = text.slice(Math.max(0, start - 3), start);
  const named = onLine.some(
    (hit) => (hit.concept === 'code' || hit.concept === 'secret') && start - hit.end <= 12,
  );
  if (named && /[:：]\s?$/.test(lead)) tally.add(1.5, 'follows a colon');
  else if (named || place.after.some((hit) => hit.concept === 'secret' && hit.start - end <= 24))
    tally.add(1, 'stands beside the word');
  const opens = !/[\p{L}\p{N}]/u.test(text.slice(Math.max(place.lineStart, start - 40), start));
  if (opens && place.after.some((hit) => hit.concept === 'code' || hit.concept === 'secret'))
    tally.add(1.5, 'opens the line that names it');
  return true;
}

interface Where {
  readonly words: ReadText;
  readonly part: MailPart | null;
  readonly mail: Mail;
}

/** Many say "type this in" and never call it a code. Then the place must tell, and the mail be about access. */
function addUnnamed(tally: Tally, place: Place, shape: CodeShape, where: Where): boolean {
  if (!/\p{N}/u.test(shape.value) && shape.form !== 'words') return false;
  if (!where.part) return addUnnamedInSubject(tally, shape, where);
  if (!isAboutAccess(where.mail, shape)) return false;
  const { text } = where.words;
  if (isLinked(shape, where.mail)) tally.add(3, 'a link of the mail carries it as its code');
  const onLine = place.before.filter((hit) => hit.start >= place.lineStart);
  const typed = (hits: readonly Hit[]): boolean => hits.some(({ concept }) => concept === 'enter');
  if (!place.alone) {
    const reach = isLedByColon(text, shape.start) ? 80 : 12;
    const beside = onLine.some((hit) => hit.concept === 'enter' && shape.start - hit.end <= reach);
    if (beside && shape.length >= 5) tally.add(2.5, 'is to be typed in');
    return tally.points >= 2;
  }
  if (typed(place.before)) tally.add(2, 'the lines above ask to type it in');
  if (isLedByColon(text, shape.start)) tally.add(1, 'a colon leads to it');
  if (place.below.some(({ concept }) => concept === 'expire'))
    tally.add(1, 'the lines below say that it expires');
  return tally.points >= 2;
}

function isLedByColon(text: string, start: number): boolean {
  return /[:：…][\s>*_]*$/.test(text.slice(Math.max(0, start - 12), start));
}

/** `482 913 gets you in`: the subject begins with it, or is nothing else, and the mail speaks of a code. */
function addUnnamedInSubject(tally: Tally, shape: CodeShape, { words, mail }: Where): boolean {
  const opens = shape.start === 0 && shape.length >= 5 && /\d/.test(shape.value);
  const named = mail.concepts.has('code') || mail.concepts.has('secret');
  if (!opens || !named || words.hits.some(({ concept }) => concept === 'number')) return false;
  tally.add(shape.form === 'digits' ? 3 : 4, 'the subject begins with it');
  return true;
}

function isAboutAccess(
  { subjectConcepts: subject, concepts }: Mail,
  { length }: CodeShape,
): boolean {
  const topics = ['secret', 'signIn', 'confirm', 'password', 'oneTime', 'code'] as const;
  if (topics.some((topic) => subject.has(topic))) return true;
  const access = concepts.has('signIn') || concepts.has('confirm') || concepts.has('account');
  return length >= 5 && access && (concepts.has('expire') || concepts.has('unasked'));
}

/** `…?code=482913` in one of the links. */
function isLinked({ value, length, form }: CodeShape, { parts, meter }: Mail): boolean {
  // Vouchers stand in links of shops as words.
  if (length < 5 || (form !== 'digits' && form !== 'digit-groups')) return false;
  const plain = value.replace(/[\s-]/g, '');
  const parameter = /[?&#;/](?:code|otp|pin|token|passcode|c|k|key)[=/]([\w.-]+)/gi;
  return parts.some(({ page }) =>
    page.anchors.slice(0, MAX_LINKS).some(({ url }) => {
      meter.steps += 1;
      return (
        url.includes(plain) && [...url.matchAll(parameter)].some(([, given]) => given === plain)
      );
    }),
  );
}

function addShape(tally: Tally, { form, length, value }: CodeShape, { alone }: Place): void {
  if (form === 'digits' || form === 'digit-groups') {
    tally.add(length === 6 ? 1 : length <= 8 ? 0.5 : -1, `${length} digits`);
    // Two groups of three is how codes are written; others may be telephone numbers.
    if (form === 'digit-groups' && !alone && !/^\d{3}\D\d{3}$/.test(value))
      tally.add(-0.5, 'groups of digits');
  } else if (form === 'mixed' || form === 'groups') {
    tally.add(value === value.toUpperCase() ? 0.3 : -0.5, 'letters and digits');
  } else {
    const spoken = form === 'words' && value.split('-').length >= 3;
    tally.add(!alone ? -4 : spoken ? 0.5 : -0.5, spoken ? 'words in a row' : 'letters alone');
  }
}

function addSetting(tally: Tally, { start, end }: CodeShape, part: MailPart): void {
  const weight = part.page.marks
    .filter(
      (mark) => mark.start <= start && mark.end >= end && mark.end - mark.start <= end - start + 12,
    )
    .reduce((sum, mark) => Math.max(sum, mark.weight), 0);
  tally.add(Math.min(1.5, weight * 0.75), 'set off from the text');
  if (part.page.quotes.some((quote) => quote.start <= start && quote.end >= end))
    tally.add(-1, 'stands in a quotation');
}

function addMailWords(tally: Tally, place: Place, mail: Mail): void {
  const near = Concepts.of([...place.before, ...place.after]);
  if (near.has('enter')) tally.add(0.7, 'to be typed in');
  if (near.has('expire') || mail.concepts.has('expire')) tally.add(0.5, 'it expires');
  const subject = mail.subjectConcepts;
  if (subject.has('secret')) tally.add(1.5, 'the subject names a code');
  else if (
    subject.has('code') ||
    subject.has('signIn') ||
    (subject.has('confirm') && subject.has('account'))
  ) {
    tally.add(0.7, 'the subject is about signing in or confirming');
  }
  if (near.has('confirm') || near.has('signIn') || near.has('account'))
    tally.add(0.5, 'near words of confirming or signing in');
}

/** "Order no. 4711", or a line with nothing but "Order number" above; not any sentence that ends in such a word. */
function isLabel(hit: Hit, start: number, text: string): boolean {
  const between = text.slice(hit.end, start);
  if (/[\p{L}\p{N}]/u.test(between)) return false;
  if (!between.includes('\n')) return true;
  const lineStart = text.lastIndexOf('\n', hit.start) + 1;
  return hit.start - lineStart <= LABEL_SLACK;
}

function addAgainst(
  tally: Tally,
  { start, end, form, value }: CodeShape,
  place: Place,
  { text, bound, mail }: { readonly text: string; readonly bound: boolean; readonly mail: Mail },
): void {
  const numbered = place.before.some(
    (hit) => hit.concept === 'number' && start - hit.end <= 6 && isLabel(hit, start, text),
  );
  const named = place.before.some(
    (hit) => (hit.concept === 'secret' || hit.concept === 'code') && start - hit.end <= 6,
  );
  if (numbered && !named) tally.add(-5, 'numbered as something else');
  const other = place.before.some((hit) => hit.concept === 'otherCode' && start - hit.end <= 60);
  if (other || place.after.some((hit) => hit.concept === 'otherCode' && hit.start - end <= 20))
    tally.add(-5, 'another kind of code');
  const near = [...place.before.filter((hit) => hit.start >= place.lineStart), ...place.after];
  if (near.some((hit) => hit.concept === 'trade'))
    tally.add(-2, 'beside words of an order or an appointment');
  const isSecret = [...place.before, ...place.after].some(({ concept }) => concept === 'secret');
  if (!isSecret && mail.subjectConcepts.has('trade'))
    tally.add(-2, 'the subject is about an order or an appointment');
  if (!isSecret && mail.subjectConcepts.has('done'))
    tally.add(-2, 'the subject says that it is done already');
  if (!isSecret && offersDiscount(mail)) tally.add(-5, 'the mail offers a discount');
  if (mail.isReply) tally.add(-6, 'the mail answers another one');
  const lead = text.slice(Math.max(0, start - 2), start);
  if (lead.endsWith('#') && !bound) tally.add(-3, 'numbered with #');
  const beside = place.before.some((hit) => hit.concept === 'secret' && start - hit.end <= 8);
  if (form === 'digits' && /^(?:19|20)\d\d$/.test(value) && !place.alone && !beside)
    tally.add(-3, 'looks like a year');
  if (/[(+]$/.test(lead) && form === 'digits' && /^\)?[\s\d-]{4,}/.test(text.slice(end, end + 8)))
    tally.add(-5, 'part of a telephone number');
}

/** Not the `%40` of a url. */
const PERCENT = /\p{N}\s?[%٪](?![\dA-F]{2})|(?<!\S)[%٪]\s?\p{N}/u;
/** Of each part, as far as a discount is looked for. */
const OFFER = 3_000;

function offersDiscount({ subject, parts, meter }: Mail): boolean {
  meter.steps += parts.length * OFFER;
  return (
    PERCENT.test(subject.text) || parts.some(({ page }) => PERCENT.test(page.text.slice(0, OFFER)))
  );
}
