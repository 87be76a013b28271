import { readUrl } from './read-url.ts';
import { bitsOf, LINK_CONCEPTS } from './concepts.ts';
import type { Mail, MailPart } from './mail.ts';
import type { Occurrence } from './link-context.ts';
import { squash } from './tally.ts';
import type { LinkCandidate, LinkSetting } from './link-candidate.ts';
import { scoreLink } from './score-link.ts';
import type { Code, Link } from './types.ts';
import { findListed, findRefusable, isWordedButton, relateLinks } from './relate-links.ts';
import { URL_KINDS, URL_UNDO } from './url-words.ts';

const MAX_CANDIDATES = 300;
const MAX_OFFERS = 3;
/** What scores this much less than the best is not offered beside it. */
const MARGIN = 2.5;

/** The links that complete what a mail asks for and have `threshold` points, best first. */
export function findLinks(mail: Mail, codes: readonly Code[], threshold: number): Link[] {
  const candidates = relateLinks(gatherCandidates(mail));
  const setting = readSetting(candidates, codes, mail);
  const scored = candidates
    .filter((candidate) => mayBeOffered(candidate, mail, setting))
    .map((candidate) => ({
      ...scoreLink(candidate, mail, setting),
      place: candidate.signs.effective,
    }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return [];
  const links = scored.filter(({ score }) => score >= best.score - MARGIN);
  const urls = new Set(candidates.map(({ url }) => url));
  return dropSamePlace(links.map((item) => untracked(item, urls)))
    .slice(0, MAX_OFFERS)
    .map(({ link, score }) => ({ ...link, score: squash(score - threshold) }));
}

const LEADING = bitsOf(LINK_CONCEPTS);

/**
 * Whether it can have points enough: most links of a newsletter cannot, and need not be scored. One without a secret,
 * whose words and url say nothing, is at 4.7 with all that the rest of the mail may say for it.
 */
function mayBeOffered(
  { signs, occurrences, action }: LinkCandidate,
  mail: Mail,
  { places }: LinkSetting,
): boolean {
  if (action || signs.opaque || signs.token > 0 || places < 2) return true;
  if (mail.read(signs.words).hasAny(LEADING)) return true;
  if (URL_KINDS.some(([, pattern]) => pattern.test(signs.words))) return true;
  return occurrences.some(
    ({ anchor }) => anchor.button || anchor.label === '' || mail.read(anchor.label).hasAny(LEADING),
  );
}

/** One candidate a url, with every place where it stands. */
export function gatherCandidates(mail: Mail): LinkCandidate[] {
  const byUrl = new Map<string, { occurrences: Occurrence[] }>();
  const add = (url: string, occurrence: Occurrence | null): void => {
    const known = byUrl.get(url);
    if (known && occurrence) known.occurrences.push(occurrence);
    else if (!known && byUrl.size < MAX_CANDIDATES)
      byUrl.set(url, { occurrences: occurrence ? [occurrence] : [] });
  };
  for (const part of mail.parts) {
    let previousEnd = 0;
    const { anchors } = part.page;
    for (const [index, anchor] of anchors.entries()) {
      const next = anchors[index + 1]?.start ?? Infinity;
      const nextStart = Math.max(anchor.end, next);
      if (!anchor.hidden) add(anchor.url, { part, anchor, previousEnd, nextStart });
      previousEnd = Math.max(previousEnd, anchor.end);
    }
    for (const url of part.page.actions) add(url, null);
  }
  return [...byUrl].flatMap(([url, { occurrences }], order) => {
    mail.meter.steps += 1 + occurrences.length;
    const signs = readUrl(url);
    return signs
      ? [
          {
            url,
            signs,
            occurrences: occurrences.slice(0, 8),
            order,
            action: isAction(mail.parts, url),
          },
        ]
      : [];
  });
}

export function readSetting(
  candidates: readonly LinkCandidate[],
  codes: readonly Code[],
  mail: Mail,
): LinkSetting {
  const own = candidates.filter(({ signs }) => !signs.file && !URL_UNDO.test(signs.words));
  const tokens = own.filter(({ signs }) => signs.token >= 2).map(({ signs }) => signs.effective);
  return {
    code: codes[0]?.value.replace(/[\s-]/g, ''),
    refusable: findRefusable(candidates, mail),
    tokens: new Set(tokens),
    soleOffer: soleOffer(candidates),
    listed: findListed(candidates),
    places: new Set(own.map(({ signs }) => signs.effective)).size,
  };
}

function isAction(parts: readonly MailPart[], url: string): boolean {
  return parts.some((part) => part.page.actions.includes(url));
}

/** A tracked link by the direct one to the same place, where the mail has it too. */
function untracked<T extends { link: Link; place: string }>(item: T, urls: ReadonlySet<string>): T {
  const { link, place } = item;
  if (link.url === place || !urls.has(place)) return item;
  return { ...item, link: { ...link, url: place, destination: undefined } };
}

/** The same place reached with and without a tracker is one offer; the direct one, which tells nobody. */
function dropSamePlace<T extends { link: Link; place: string }>(links: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const item of links) {
    const known = best.get(item.place);
    if (!known || (known.link.url !== item.place && item.link.url === item.place))
      best.set(item.place, item);
  }
  return links.filter((item) => best.get(item.place) === item);
}

/** The url of the only button with words, or where there is none, of the only link with a secret. */
function soleOffer(candidates: readonly LinkCandidate[]): string | undefined {
  const buttons = candidates.filter(({ occurrences }) =>
    occurrences.some(({ anchor }) => isWordedButton(anchor)),
  );
  const secret = candidates.filter(({ signs }) => signs.token >= 2 && !URL_UNDO.test(signs.words));
  const offers = buttons.length > 0 ? buttons : secret;
  return offers.length === 1 ? offers[0]?.url : undefined;
}
