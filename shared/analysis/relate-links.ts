import type { Occurrence } from './link-context.ts';
import type { Mail } from './mail.ts';
import type { Anchor } from './page.ts';
import { asOpaque, asShown, readUrl, readWrapped, type UrlSigns } from './read-url.ts';
import type { LinkCandidate } from './link-candidate.ts';
import { URL_BESIDE, URL_UNDO } from './url-words.ts';

/** So many links of one shape with nothing but a secret in them are a click tracker's. */
const TRACKED = 3;
/** How near a refusal stands to what it refuses. */
const BESIDE = 80;

/** Reads the links of a mail by each other: what a tracker hides, the text part or the words of the link may show. */
export function relateLinks(candidates: readonly LinkCandidate[]): LinkCandidate[] {
  const tracked = markTrackers(candidates).map((candidate) => {
    const shown = candidate.signs.opaque ? shownPlace(candidate) : null;
    return shown ? { ...candidate, signs: asShown(candidate.signs, shown) } : candidate;
  });
  return pairWithText(tracked);
}

function markTrackers(candidates: readonly LinkCandidate[]): readonly LinkCandidate[] {
  const shapes = Map.groupBy(candidates, ({ url, signs }) =>
    signs.token >= 2 ? shapeOf(url, signs) : '',
  );
  return candidates.map((candidate) => {
    const { signs, url } = candidate;
    const isOwn = signs.token < 2 || signs.destination !== undefined;
    const alike = isOwn ? [] : (shapes.get(shapeOf(url, signs)) ?? []);
    const secrets = new Set(alike.map((other) => other.signs.secret));
    return secrets.size >= TRACKED
      ? { ...candidate, signs: readWrapped(url) ?? asOpaque(signs) }
      : candidate;
  });
}

/** Host, path and names of parameters; what is neither a short word nor a name is left out. */
function shapeOf(url: string, { secret }: UrlSigns): string {
  const [place = '', query = ''] = url.replace(secret, '').split('?', 2);
  const path = place.replace(/(?<=[^:/]\/[^?]*)[^/]{12,}|\d+/g, '');
  return `${path}?${query.replace(/=([^&#]*)/g, (whole, value: string) => (/^[a-z_.-]{1,15}$/.test(value) ? whole : '='))}`;
}

/** The url that a link shows as its words. */
function shownPlace({ occurrences }: LinkCandidate): UrlSigns | null {
  for (const { anchor, part } of occurrences) {
    const words = anchor.bare && part.isHtml ? part.page.text.slice(anchor.start, anchor.end) : '';
    const signs = words === '' ? null : readUrl(words.trim());
    if (signs && !signs.opaque && !signs.home) return signs;
  }
  return null;
}

/** The one button behind a tracker, and the one link with a secret in the text part: the same offer. */
function pairWithText(candidates: readonly LinkCandidate[]): LinkCandidate[] {
  const buttons = candidates.filter(
    ({ signs, occurrences }) =>
      signs.opaque && occurrences.some(({ anchor }) => isWordedButton(anchor)),
  );
  const direct = candidates.filter(
    ({ signs, occurrences }) =>
      signs.token >= 2 &&
      !isAside(signs) &&
      occurrences.every(({ part }) => !part.isHtml) &&
      occurrences.length > 0,
  );
  const [button] = buttons;
  const [link] = direct;
  if (!button || !link || buttons.length > 1 || direct.length > 1) return [...candidates];
  return candidates.map((candidate) =>
    candidate === button ? { ...candidate, signs: asShown(button.signs, link.signs) } : candidate,
  );
}

/** Not a picture with a border around it. */
export function isWordedButton({ button, bare, start, end }: Anchor): boolean {
  return button && !bare && end > start;
}

function isAside({ words, file }: UrlSigns): boolean {
  return file || URL_UNDO.test(words) || URL_BESIDE.test(words);
}

/** So many pages of one folder are a list. */
const LISTED = 3;

/** Urls of pages that lie in one folder, such as `/t/…/…`, and carry no secret. */
export function findListed(candidates: readonly LinkCandidate[]): ReadonlySet<string> {
  const pages = candidates.filter(({ signs }) => !signs.opaque && signs.token < 2 && !signs.home);
  const folders = Map.groupBy(pages, ({ signs }) => folderOf(signs.effective));
  const lists = [...folders].filter(([folder, own]) => folder !== '' && own.length >= LISTED);
  return new Set(lists.flatMap(([, own]) => own.map(({ url }) => url)));
}

/** Host and first part of the path, where more follows. */
function folderOf(url: string): string {
  return /^https?:\/\/[^/?#]+\/[^/?#]+(?=\/[^/?#]+)/i.exec(url)?.[0] ?? '';
}

/** Urls that have a counterpart: one with the same secret, or right beside a button, that refuses. */
export function findRefusable(
  candidates: readonly LinkCandidate[],
  mail: Mail,
): ReadonlySet<string> {
  const refusals = candidates.filter((candidate) => refuses(candidate, mail));
  const secrets = new Set(
    refusals.map(({ signs }) => signs.secret).filter((secret) => secret !== ''),
  );
  const places = refusals.flatMap(({ occurrences }) => occurrences);
  const found = candidates.filter(
    (candidate) =>
      !refusals.includes(candidate) &&
      (secrets.has(candidate.signs.secret) ||
        candidate.occurrences.some((own) => places.some((other) => standsBeside(own, other)))),
  );
  return new Set(found.map(({ url }) => url));
}

function refuses({ signs, occurrences }: LinkCandidate, mail: Mail): boolean {
  if (!signs.opaque && (URL_UNDO.test(signs.words) || mail.read(signs.words).has('undo')))
    return true;
  return occurrences.some(
    ({ anchor }) => anchor.label !== '' && mail.read(anchor.label).has('undo'),
  );
}

/** Not the foot of a mail, where every link stands beside the one that unsubscribes. */
function standsBeside(own: Occurrence, refusal: Occurrence): boolean {
  const gap = refusal.anchor.start - own.anchor.end;
  return own.part === refusal.part && own.anchor.button && gap >= 0 && gap <= BESIDE;
}
