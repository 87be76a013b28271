import { findCodes } from './find-codes.ts';
import { findLinks } from './find-links.ts';
import { LEXICON } from './lexicon.ts';
import type { Meter } from './page.ts';
import { readMail } from './read-mail.ts';
import type { AnalysisInput, AnalysisResult } from './types.ts';
import { createWordFinder, type FindWords } from './word-finder.ts';

/** Points that a pick needs: silence is better than a wrong offer. */
export interface Thresholds {
  readonly link: number;
  readonly code: number;
}

const THRESHOLDS: Thresholds = { link: 5, code: 5 };

/**
 * Finds the links and codes that a mail asks its reader to use, best first; empty rather than wrong. Every link stands
 * in the mail exactly so.
 */
export type Analyze = (input: AnalysisInput, meter?: Meter) => AnalysisResult;

/** An analysis that knows other words, or asks for other points: to measure what either is worth. */
export function createAnalyze(find: FindWords, thresholds = THRESHOLDS): Analyze {
  return (input, meter = { steps: 0 }) => {
    const mail = readMail(input, find, meter);
    const codes = findCodes(mail, thresholds.code);
    return { links: findLinks(mail, codes, thresholds.link), codes };
  };
}

export const analyzeMessage: Analyze = createAnalyze(createWordFinder(LEXICON));
