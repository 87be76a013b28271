import { findShapes, type CodeShape } from './code-candidates.ts';
import type { Mail, MailPart } from './mail.ts';
import { scoreCode } from './score-code.ts';
import { squash, type Tally } from './tally.ts';
import type { Code } from './types.ts';
import type { ReadText } from './words-of.ts';

const MAX_OFFERS = 3;
const MARGIN = 2;
/** Bounds on looking for copies, far above what any honest mail needs. */
const MAX_COPIED = 20;
const MAX_URLS = 50_000;
const ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

interface Scored {
  readonly value: string;
  readonly tally: Tally;
}

/** The one-time codes that a mail shows and that have `threshold` points, best first. */
export function findCodes(mail: Mail, threshold: number): Code[] {
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
  addCopies([...best.values()], mail);
  const ranked = [...best.values()]
    .filter(({ tally }) => tally.points >= threshold)
    .sort((a, b) => b.tally.points - a.tally.points);
  const top = ranked[0]?.tally.points ?? 0;
  return ranked
    .filter(({ tally }) => tally.points >= top - MARGIN)
    .slice(0, MAX_OFFERS)
    .map(({ value, tally }) => ({
      value,
      score: squash(tally.points - threshold),
      reasons: tally.reasons,
    }));
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
function addCopies(scored: readonly Scored[], mail: Mail): void {
  const urls = mail.parts.flatMap((part) => part.page.anchors.map(({ url }) => url));
  const linked = urls.join('\n').slice(0, MAX_URLS);
  const likely = scored.filter(({ tally }) => tally.points >= 3).slice(0, MAX_COPIED);
  for (const { value, tally } of likely) {
    mail.meter.steps += linked.length;
    if (mail.subject.text.includes(value)) tally.add(1, 'stands in the subject too');
    if (mail.hidden.text.includes(value)) tally.add(0.7, 'stands in the preheader too');
    if (linked.includes(value)) tally.add(1, 'stands in a link too');
  }
}
