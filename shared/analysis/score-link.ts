import { Concepts } from './concepts.ts';
import { mapIntent, readIntent, strongest, type Intent } from './intent.ts';
import type { Mail } from './mail.ts';
import type { UrlSigns } from './read-url.ts';
import type { LinkCandidate, LinkSetting } from './link-candidate.ts';
import { scorePlace, type PlaceScore } from './score-place.ts';
import { Tally } from './tally.ts';
import type { Link, LinkKind } from './types.ts';
import { URL_KINDS } from './url-words.ts';

/** So many points of words that a counterpart confirms it. */
const WISHED = 1.4;

export interface ScoredLink {
  readonly link: Link;
  readonly score: number;
}

export function scoreLink(candidate: LinkCandidate, mail: Mail, setting: LinkSetting): ScoredLink {
  const urlWords = candidate.signs.opaque ? Concepts.none : mail.read(candidate.signs.words);
  const url = urlIntent(candidate.signs, urlWords);
  const places = candidate.occurrences.map((occurrence) =>
    scorePlace(occurrence, candidate, mail, { url, urlWords }),
  );
  const best = places.reduce<PlaceScore | null>(
    (top, place) => (!top || place.tally.points > top.tally.points ? place : top),
    null,
  );
  const tally = best?.tally ?? new Tally();
  const worst = Math.min(0, ...places.map((place) => place.against));
  const own = Math.min(0, best?.against ?? 0);
  if (worst < own) tally.add(worst - own, 'elsewhere it stands for something else');
  if (candidate.action) tally.add(3, 'named by a schema.org action');
  if (candidate.occurrences.length > 1) tally.add(0.7, 'stands in the mail more than once');
  const kind = nameKind(best?.kind ?? strongest(url).kind, readIntent(mail.subjectConcepts));
  addSetting(tally, { candidate, best, kind, url }, mail, setting);
  const { destination } = candidate.signs;
  const link: Link = {
    url: candidate.url,
    text: best?.text ?? '',
    kind,
    score: 0,
    reasons: tally.reasons,
  };
  return { link: destination === undefined ? link : { ...link, destination }, score: tally.points };
}

interface Judged {
  readonly candidate: LinkCandidate;
  readonly best: PlaceScore | null;
  readonly kind: LinkKind;
  readonly url: Intent;
}

/** What the rest of the mail says of it. */
function addSetting(tally: Tally, judged: Judged, mail: Mail, setting: LinkSetting): void {
  const { candidate, best, kind, url } = judged;
  if (best && candidate.signs.token >= 2 && isOnlyToken(candidate, setting))
    tally.add(best.text === '' && !best.bare ? 3 : 1, 'the only link with a token');
  else if (best && setting.places === 1) tally.add(1, 'the only link of the mail');
  if (candidate.signs.token === 0 && !candidate.signs.opaque) {
    tally.add(
      setting.code !== undefined ? -0.5 : kind === 'reset' || kind === 'verify' ? -4 : -2.5,
      'nothing in its url is made for this mail',
    );
  }
  if (best && (best.words >= WISHED || url[best.kind] >= 2) && setting.refusable.has(candidate.url))
    tally.add(1.5, 'a link beside it refuses');
  if (setting.listed.has(candidate.url)) tally.add(-2.5, 'one of many alike');
  const mayBeMade = candidate.signs.opaque || candidate.signs.token > 0;
  if (candidate.url === setting.soleOffer && mayBeMade && kind !== 'reset' && isAboutOneStep(mail))
    tally.add(1, 'the only thing to do, in a mail about one step');
  if (carriesCode(candidate, setting)) tally.add(1.5, 'carries the code of the mail');
}

/** "Verify" is said of invitations and subscriptions too; the subject then knows better. */
function nameKind(kind: LinkKind, subject: Intent): LinkKind {
  const { kind: named, weight } = strongest(subject);
  return kind === 'verify' && weight >= 3 ? named : kind;
}

/** A sign-up, a sign-in, an invitation; nothing that one buys. */
function isAboutOneStep({ subjectConcepts: subject, concepts, isReply }: Mail): boolean {
  if (isReply || subject.has('trade') || subject.has('done')) return false;
  const topics = ['account', 'signIn', 'invite', 'subscribe', 'password', 'oneTime'] as const;
  return (
    topics.some((topic) => concepts.has(topic)) &&
    (concepts.has('expire') || concepts.has('unasked') || concepts.has('confirm'))
  );
}

function carriesCode({ url, signs }: LinkCandidate, { code }: LinkSetting): boolean {
  return code !== undefined && code.length >= 5 && !signs.opaque && url.includes(code);
}

function isOnlyToken(candidate: LinkCandidate, { tokens }: LinkSetting): boolean {
  return tokens.size === 1 && tokens.has(candidate.signs.effective);
}

/** Names that programs use first; then words of any language, because many name their paths in their own. */
function urlIntent(signs: UrlSigns, words: Concepts): Intent {
  const found = signs.opaque ? [] : URL_KINDS.filter(([, pattern]) => pattern.test(signs.words));
  const spoken = readIntent(words);
  return mapIntent((kind) =>
    Math.max(
      spoken[kind] >= 3 ? 1.5 : 0,
      ...found.filter(([of]) => of === kind).map(([, , weight]) => weight),
    ),
  );
}
