import type { Words } from './concepts.ts';
import { LEXICON_ASIA } from './lexicon-asia.ts';
import { LEXICON_EAST } from './lexicon-east.ts';
import { LEXICON_NORTH } from './lexicon-north.ts';
import { LEXICON_WEST } from './lexicon-west.ts';

/** By language (BCP 47). */
export const LEXICON: Readonly<Record<string, Words>> = {
  ...LEXICON_WEST,
  ...LEXICON_NORTH,
  ...LEXICON_EAST,
  ...LEXICON_ASIA,
};
