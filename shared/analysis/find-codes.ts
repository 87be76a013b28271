import { findShapes, type CodeShape } from './code-candidates.ts';
import type { Mail, MailPart } from './mail.ts';
import { scoreCode } from './score-code.ts';
import type { Tally } from './tally.ts';
import type { Code } from './types.ts';
import type { ReadText } from './words-of.ts';

const MAX_OFFERS = 3;
const THRESHOLD = 5;
const MARGIN = 2;
const ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

interface Scored {
  readonly value: string;
  readonly tally: Tally;
}

/** The one-time codes that a mail shows, best first. */
export function findCodes(mail: Mail): Code[] {
  const best = new Map<string, Scored>();
  const consider = (shape: CodeShape, words: ReadText, part: MailPart | null): void => {
    const tally = scoreCode(shape, words, part, mail);
    const known = best.get(shape.value);
    if (!known || tally.points > known.tally.points)
      best.set(shape.value, { value: shape.value, tally });
  };
  for (const part of mail.parts) {
    for (const shape of findShapes(part.page.text, stretchesToSkip(part)))
      consider(shape, part.words, part);
  }
  for (const shape of findShapes(mail.subject.text, [])) consider(shape, mail.subject, null);
  for (const { value, tally } of best.values()) addCopies(value, tally, mail);
  const ranked = [...best.values()]
    .filter(({ tally }) => tally.points >= THRESHOLD)
    .sort((a, b) => b.tally.points - a.tally.points);
  const top = ranked[0]?.tally.points ?? 0;
  return ranked
    .filter(({ tally }) => tally.points >= top - MARGIN)
    .slice(0, MAX_OFFERS)
    .map(({ value, tally }) => ({ value, score: squash(tally.points), reasons: tally.reasons }));
}

/** Urls and addresses: what stands in them is no code. */
function stretchesToSkip(part: MailPart): { start: number; end: number }[] {
  const { text, anchors } = part.page;
  const urls = anchors.filter((anchor) => anchor.bare).map(({ start, end }) => ({ start, end }));
  const addresses = text.includes('@')
    ? [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
        start: index,
        end: index + address.length,
      }))
    : [];
  return [...urls, ...addresses].sort((a, b) => a.start - b.start);
}

/** The same run in the subject, the preheader or a link's query: nobody repeats a number for nothing. */
function addCopies(value: string, tally: Tally, mail: Mail): void {
  if (tally.points < 2) return;
  if (mail.subject.text.includes(value)) tally.add(1, 'stands in the subject too');
  if (mail.hidden.text.includes(value)) tally.add(0.7, 'stands in the preheader too');
  const inUrl = mail.parts.some((part) => part.page.anchors.some(({ url }) => url.includes(value)));
  if (inUrl) tally.add(1, 'stands in a link too');
}

/** From points to 0 … 1; the threshold is an even chance. */
function squash(points: number): number {
  return Math.round((1 / (1 + Math.exp(-(points - THRESHOLD) / 2))) * 1000) / 1000;
}
