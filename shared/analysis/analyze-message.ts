import { findCodes } from './find-codes.ts';
import { findLinks } from './find-links.ts';
import { LEXICON } from './lexicon.ts';
import type { Meter } from './page.ts';
import { readMail } from './read-mail.ts';
import type { AnalysisInput, AnalysisResult } from './types.ts';
import { createWordFinder } from './word-finder.ts';

const findWords = createWordFinder(LEXICON);

/**
 * Finds the links and codes that a mail asks its reader to use, best first; empty rather than wrong. Every link stands
 * in the mail exactly so.
 */
export function analyzeMessage(input: AnalysisInput, meter: Meter = { steps: 0 }): AnalysisResult {
  const mail = readMail(input, findWords, meter);
  const codes = findCodes(mail);
  return { links: findLinks(mail, codes.length > 0), codes };
}
