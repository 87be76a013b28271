import type { Concepts } from './concepts.ts';
import { fold } from './fold.ts';
import { strongest, type Intent } from './intent.ts';
import {
  readAround,
  weighIntents,
  type Around,
  type Intents,
  type Occurrence,
} from './link-context.ts';
import type { Mail } from './mail.ts';
import type { Anchor } from './page.ts';
import type { UrlSigns } from './read-url.ts';
import type { LinkCandidate } from './link-candidate.ts';
import { Tally } from './tally.ts';
import type { LinkKind } from './types.ts';
import { HOST_BESIDE, URL_BESIDE, URL_UNDO } from './url-words.ts';

/** Who clicks on what says "no" or "not" refuses, in whatever language. */
const NEGATION =
  /^no(?=[ ,])|(?<![\p{L}])(?:not|nicht|nein|kein|keine|niet|nee|geen|pas|non|nao|ikke|nej|nei|inte|ei|nie|ne|nu|nem|не|нет|ні|hayir|degil|tidak|bukan|khong|לא|नहीं)(?![\p{L}])|n't(?![\p{L}])|ไม่|いいえ|아니요|不是|ليس/u;
/** How a link does at one of the places where it stands. */
export interface PlaceScore {
  readonly tally: Tally;
  readonly kind: LinkKind;
  readonly text: string;
  readonly bare: boolean;
  /** Points of its words and those around. */
  readonly words: number;
  /** Points against it from words around; they hold for the url wherever it stands. */
  readonly against: number;
}

export function scorePlace(
  occurrence: Occurrence,
  candidate: LinkCandidate,
  mail: Mail,
  { url, urlWords }: { readonly url: Intent; readonly urlWords: Concepts },
): PlaceScore {
  const { anchor } = occurrence;
  const around = readAround(occurrence, mail);
  const tally = new Tally();
  const intents = weighIntents(anchor, around, mail, url);
  const { kind } = strongest(intents.total);
  addWords(tally, kind, intents, around, anchor);
  const before = tally.points;
  addAgainst(tally, kind, around, { anchor, mail, isQuoted: isQuoted(occurrence) }, intents);
  const against = tally.points - before;
  const undoes = confirmsUndoing(mail) && candidate.signs.token >= 2;
  addUrl(tally, kind, candidate.signs, { url, words: urlWords, undoes });
  if (anchor.button) tally.add(1, 'drawn as a button');
  if (kind === 'magic-link') addMagic(tally, around, candidate.signs, mail);
  return { tally, kind, text: anchor.label, bare: anchor.bare, words: before, against };
}

function addWords(
  tally: Tally,
  kind: LinkKind,
  intents: Intents,
  around: Around,
  anchor: Anchor,
): void {
  tally.add(supported(kind, intents), `its words say ${kind}`);
  if (intents.label[kind] === 0 && intents.pointing && anchor.label !== '') {
    tally.add(around.label.has('start') ? 1.5 : 1, 'its words lead on');
  }
  tally.add(intents.context[kind], `the words around say ${kind}`);
  if (
    intents.context[kind] > 0 &&
    intents.pointing &&
    (around.sentence.has('go') || around.lines.has('go'))
  ) {
    tally.add(0.7, 'the words around point at a link');
  }
  tally.add(0.4 * intents.subject[kind], `the subject says ${kind}`);
}

/** "Confirm" alone may be about a visit or an order; it counts in full where something else says what is confirmed. */
function supported(kind: LinkKind, { label, context, subject }: Intents): number {
  const points = label[kind];
  if (kind !== 'verify' || points === 0 || points >= 5) return points;
  return context.verify >= 2 || subject.verify >= 5 ? points + 1 : points - 1;
}

function addAgainst(
  tally: Tally,
  kind: LinkKind,
  around: Around,
  { anchor, mail, isQuoted }: { anchor: Anchor; mail: Mail; isQuoted: boolean },
  { label }: Intents,
): void {
  if (NEGATION.test(fold(anchor.label))) tally.add(label[kind] < 5 ? -4 : -2, 'its words deny');
  if (around.label.has('undo') && confirmsUndoing(mail)) tally.add(3, 'does what the subject says');
  else if (around.label.has('undo')) tally.add(-6, 'its words undo or refuse');
  else if (around.turning.has('undo') && label[kind] < 5 && !confirmsUndoing(mail))
    tally.add(-3, 'the words around undo or refuse');
  if (around.turning.has('unasked')) tally.add(-3, 'meant for who did not ask for the mail');
  else if (around.lines.has('unasked') && kind === 'reset')
    tally.add(-2, 'follows words for who did not ask for the mail');
  if (around.label.has('manage') && label[kind] < 5)
    tally.add(-4, 'its words are beside the point');
  if (around.label.has('trade'))
    tally.add(
      around.label.has('account') ? -3 : -5,
      'its words are about an order or an appointment',
    );
  else if (around.sentence.has('trade') && label[kind] < 5)
    tally.add(-1.5, 'the words around are about an order or an appointment');
  if (mail.subjectConcepts.has('trade') && label[kind] < 5)
    tally.add(-1.5, 'the subject is about an order or an appointment');
  if (isDone(around, mail) && label[kind] < 5) tally.add(-3, 'says that it is done already');
  if (mail.isReply) tally.add(isQuoted ? -10 : -5, 'the mail answers another one');
  if (kind === 'invite' && isAppointment(around, mail))
    tally.add(-4, 'an invitation to a date, not to a membership');
  if (/[?？؟]$/.test(anchor.label)) tally.add(-2.5, 'its words ask');
  if (isTitle(anchor, around)) tally.add(-1.5, 'long words that lead nowhere');
  if (anchor.label === '' && !anchor.bare) tally.add(-3, 'a picture without words');
}

/** "Confirm the deletion of your account": then what undoes is what the mail asks for. */
function confirmsUndoing({ subjectConcepts: subject }: Mail): boolean {
  return subject.has('confirm') && subject.has('undo');
}

function isQuoted({ anchor, part }: Occurrence): boolean {
  return part.page.quotes.some(({ start, end }) => start <= anchor.start && anchor.end <= end);
}

/** A subject with a time of day in it is a calendar's. */
function isAppointment({ label }: Around, { subject, subjectConcepts }: Mail): boolean {
  return (
    label.has('trade') || subjectConcepts.has('trade') || /\d{1,2}[:h]\d{2}/.test(subject.text)
  );
}

/** The title of a page or a topic rather than what a click does. */
function isTitle({ label, button, bare }: Anchor, around: Around): boolean {
  return !button && !bare && !around.label.has('go') && label.split(' ', 7).length > 5;
}

/** "Your address has been verified": nothing is left to do. */
function isDone(around: Around, mail: Mail): boolean {
  return (
    mail.subjectConcepts.has('done') || around.sentence.has('done') || around.lines.has('done')
  );
}

function leadsAside({ words, host, token }: UrlSigns, spoken: Concepts): boolean {
  return URL_BESIDE.test(words) || spoken.has('manage') || (HOST_BESIDE.test(host) && token < 2);
}

interface UrlSense {
  readonly url: Intent;
  readonly words: Concepts;
  /** It may undo something, for that is what the mail is about. */
  readonly undoes: boolean;
}

function addUrl(
  tally: Tally,
  kind: LinkKind,
  signs: UrlSigns,
  { url, words, undoes }: UrlSense,
): void {
  if (signs.opaque) return;
  tally.add(url[kind], `its url says ${kind}`);
  tally.add(signs.token * 0.5, 'its url carries a token');
  if (undoes) return;
  if (URL_UNDO.test(signs.words)) tally.add(-6, 'its url undoes or refuses');
  else if (words.has('undo') && url[kind] < 2) tally.add(-3, 'its url undoes or refuses');
  else if (leadsAside(signs, words) && url[kind] < 2)
    tally.add(-2.5, 'its url is beside the point');
  if (signs.home) tally.add(-4, 'leads to a home page');
  if (signs.file) tally.add(-6, 'leads to a file');
}

/** "Sign in" stands in most mails of a service; it completes something only where the link itself signs in. */
function addMagic(tally: Tally, around: Around, signs: UrlSigns, mail: Mail): void {
  const named =
    around.label.has('oneTime') ||
    around.sentence.has('oneTime') ||
    around.lines.has('oneTime') ||
    mail.subjectConcepts.has('oneTime');
  const expires = around.sentence.has('expire') || mail.concepts.has('expire');
  if (signs.token === 0 && !signs.opaque) tally.add(-3, 'nothing in its url signs anybody in');
  if (named) return;
  if (signs.token >= 2 && !signs.opaque)
    tally.add(expires || mail.concepts.has('oneTime') ? 1.5 : 0, 'it expires, or works once');
  else tally.add(-4, 'signs in like any other day');
}
