import {
  type Analyze,
  createAnalyze,
  type Thresholds,
} from '@mayfly/shared/analysis/analyze-message';
import { LEXICON } from '@mayfly/shared/analysis/lexicon';
import type { AnalysisInput } from '@mayfly/shared/analysis/types';
import { createWordFinder, type FindWords } from '@mayfly/shared/analysis/word-finder';
import type { MailLabel } from './mail-labels.ts';
import { emptyFigures, type MailFigures, scoreMail } from './score-mails.ts';

/** A mail with what its parse found and what is known of it. */
export interface KnownMail {
  readonly label: MailLabel;
  readonly input: AnalysisInput;
}

export interface LeftOut {
  readonly figures: MailFigures;
  readonly misses: readonly string[];
  /** Per product: words taken away, and the thresholds that the others ask for. */
  readonly products: readonly ({ readonly product: string; readonly words: number } & Thresholds)[];
}

const GRID = [5, 4.5, 5.5, 4, 6];
const find = createWordFinder(LEXICON);

/**
 * What the analysis does on a product that it was not made for. For each product in turn: words of the lexicon that no
 * mail but its own would have taught are taken away, both thresholds are chosen anew on the mails of the others, and
 * its own mails are scored.
 */
export function leaveOneProductOut(
  mails: readonly KnownMail[],
  others: readonly KnownMail[],
): LeftOut {
  const taught = new Map<KnownMail, ReadonlySet<string>>();
  for (const mail of [...mails, ...others]) taught.set(mail, wordsOf(mail));
  const figures = emptyFigures();
  const misses: string[] = [];
  const products = [...Map.groupBy(mails, ({ label }) => label.product)].map(([product, own]) => {
    const rest = mails.filter(({ label }) => label.product !== product);
    const known = new Set([...rest, ...others].flatMap((mail) => [...(taught.get(mail) ?? [])]));
    const only = new Set(
      own.flatMap((mail) => [...(taught.get(mail) ?? [])].filter((word) => !known.has(word))),
    );
    const less: FindWords = (folded, meter) =>
      find(folded, meter).filter(
        ({ concept, start, end }) => !only.has(`${concept} ${folded.slice(start, end)}`),
      );
    const thresholds = chooseThresholds(rest, less);
    const analyze = createAnalyze(less, thresholds);
    for (const { label, input } of own) {
      const faults = scoreMail(figures, label, analyze(input));
      misses.push(...faults.map((fault) => `${label.id} (${label.lang}, ${label.kind}): ${fault}`));
    }
    return { product, words: only.size, ...thresholds };
  });
  return { figures, misses, products };
}

/** The words of the lexicon that stand in a mail, each with its concept. */
function wordsOf({ input }: KnownMail): ReadonlySet<string> {
  const seen = new Set<string>();
  const analyze = createAnalyze((folded, meter) => {
    const hits = find(folded, meter);
    for (const { concept, start, end } of hits) seen.add(`${concept} ${folded.slice(start, end)}`);
    return hits;
  });
  analyze(input);
  return seen;
}

/** First the code's, because a link is read differently beside a code. The first of equals, which is the product's own. */
function chooseThresholds(mails: readonly KnownMail[], words: FindWords): Thresholds {
  const best = (thresholds: (value: number) => Thresholds): Thresholds =>
    GRID.map((value) => thresholds(value))
      .map((them) => ({ them, worth: worthOf(mails, createAnalyze(words, them)) }))
      .reduce((top, next) => (next.worth > top.worth ? next : top)).them;
  const { code } = best((value) => ({ link: 5, code: value }));
  return best((value) => ({ link: value, code }));
}

/** A wrong offer is worse than none. */
function worthOf(mails: readonly KnownMail[], analyze: Analyze): number {
  const figures = emptyFigures();
  for (const { label, input } of mails) scoreMail(figures, label, analyze(input));
  const { link, code, negatives, others } = figures;
  const wrong =
    link.wrong +
    code.wrong +
    negatives.linkOffered +
    negatives.codeOffered +
    others.linkOfferedWithoutLink +
    others.codeOfferedWithoutCode;
  return link.right + code.right - 2 * wrong;
}
