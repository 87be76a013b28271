import type { MailLabel } from './mail-labels.ts';

export interface Picks {
  readonly links: readonly { readonly url: string; readonly reasons: readonly string[] }[];
  readonly codes: readonly { readonly value: string; readonly reasons: readonly string[] }[];
}

export interface Outcome {
  right: number;
  wrong: number;
  missed: number;
}

/** Counts by the rules of a corpus: the first link must be one that is as good, the first code must be the code. */
export interface MailFigures {
  mails: number;
  link: Outcome;
  code: Outcome;
  negatives: { total: number; linkOffered: number; codeOffered: number };
  others: { linkOfferedWithoutLink: number; codeOfferedWithoutCode: number };
}

export function emptyFigures(): MailFigures {
  return {
    mails: 0,
    link: { right: 0, wrong: 0, missed: 0 },
    code: { right: 0, wrong: 0, missed: 0 },
    negatives: { total: 0, linkOffered: 0, codeOffered: 0 },
    others: { linkOfferedWithoutLink: 0, codeOfferedWithoutCode: 0 },
  };
}

/** Adds one mail to the figures; answers what went wrong, in words. */
export function scoreMail(figures: MailFigures, label: MailLabel, picks: Picks): string[] {
  const faults: string[] = [];
  const negative = label.kind === 'negative';
  figures.mails += 1;
  if (negative) figures.negatives.total += 1;
  const [link] = picks.links;
  const [code] = picks.codes;
  if (label.link !== null) {
    const right = link !== undefined && label.linksOk.includes(link.url);
    count(figures.link, right, link !== undefined);
    if (!right) faults.push(describe('link', link?.url, label.link, link?.reasons));
  } else if (link) {
    if (negative) figures.negatives.linkOffered += 1;
    else figures.others.linkOfferedWithoutLink += 1;
    faults.push(describe('link', link.url, null, link.reasons));
  }
  if (label.code !== null) {
    const right = code?.value === label.code;
    count(figures.code, right, code !== undefined);
    if (!right) faults.push(describe('code', code?.value, label.code, code?.reasons));
  } else if (code) {
    if (negative) figures.negatives.codeOffered += 1;
    else figures.others.codeOfferedWithoutCode += 1;
    faults.push(describe('code', code.value, null, code.reasons));
  }
  return faults;
}

function count(outcome: Outcome, right: boolean, offered: boolean) {
  if (right) outcome.right += 1;
  else if (offered) outcome.wrong += 1;
  else outcome.missed += 1;
}

function describe(
  what: string,
  offered: string | undefined,
  wanted: string | null,
  why: readonly string[] = [],
) {
  const fault =
    offered === undefined ? 'missed' : wanted === null ? 'offered where there is none' : 'wrong';
  const lines = [`${what} ${fault}`];
  if (offered !== undefined) lines.push(`  offered: ${offered}`, `  because: ${why.join('; ')}`);
  if (wanted !== null) lines.push(`  wanted:  ${wanted}`);
  return lines.join('\n');
}
