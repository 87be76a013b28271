import { readUrl } from './read-url.ts';
import type { Mail, MailPart } from './mail.ts';
import type { Occurrence } from './link-context.ts';
import { scoreLink, type LinkCandidate, type LinkSetting } from './score-link.ts';
import type { Link } from './types.ts';
import { URL_UNDO } from './url-words.ts';

const MAX_CANDIDATES = 300;
const MAX_OFFERS = 3;
/** What scores less is not offered: silence is better than a wrong link. */
const THRESHOLD = 5;
/** What scores this much less than the best is not offered beside it. */
const MARGIN = 2.5;

/** The links that complete what a mail asks for, best first. */
export function findLinks(mail: Mail, hasCode: boolean): Link[] {
  const candidates = gatherCandidates(mail);
  const setting = readSetting(candidates, hasCode);
  const scored = candidates
    .map((candidate) => scoreLink(candidate, mail, setting))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return [];
  const links = scored.filter(({ score }) => score >= best.score - MARGIN);
  return dropSameDestination(links)
    .slice(0, MAX_OFFERS)
    .map(({ link, score }) => ({ ...link, score: squash(score) }));
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
    for (const anchor of part.page.anchors) {
      if (!anchor.hidden) add(anchor.url, { part, anchor, previousEnd });
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

export function readSetting(candidates: readonly LinkCandidate[], hasCode: boolean): LinkSetting {
  const own = candidates.filter(({ signs }) => !signs.file && !URL_UNDO.test(signs.words));
  const tokens = own.filter(({ signs }) => signs.token >= 2).map(({ signs }) => signs.effective);
  return {
    hasCode,
    tokens: new Set(tokens),
    places: new Set(own.map(({ signs }) => signs.effective)).size,
  };
}

function isAction(parts: readonly MailPart[], url: string): boolean {
  return parts.some((part) => part.page.actions.includes(url));
}

/** The same place reached with and without a tracker is one offer; the direct one, which tells nobody. */
function dropSameDestination<T extends { link: Link }>(links: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const item of links) {
    const place = item.link.destination ?? item.link.url;
    const known = seen.get(place);
    if (!known || (known.link.destination !== undefined && item.link.destination === undefined))
      seen.set(place, item);
  }
  return links.filter((item) => seen.get(item.link.destination ?? item.link.url) === item);
}

/** From points to 0 … 1; 5 points are an even chance. */
function squash(points: number): number {
  return Math.round((1 / (1 + Math.exp(-(points - THRESHOLD) / 2))) * 1000) / 1000;
}
