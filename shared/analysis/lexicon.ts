import type { Words } from './concepts.ts';
import { LEXICON_ASIA } from './lexicon-asia.ts';
import { LEXICON_EAST } from './lexicon-east.ts';
import { LEXICON_NORTH } from './lexicon-north.ts';
import { LEXICON_WEST } from './lexicon-west.ts';

/** Of several languages, where a stem of one stands in a word of another. */
const COMMON: Words = {
  filler:
    'activity|activities|activist*|actividad*|atividade*|attivita|activite*|activiteit*|activitat*|aktivitat*|aktivitet*|aktywnosc*|aktivit*|aktivnost*|активност*|terima kasih|confirmed by|verified by|verified purchase*|verified buyer*|confirmed purchase*|validated by',
};

/** By language (BCP 47). */
export const LEXICON: Readonly<Record<string, Words>> = {
  und: COMMON,
  ...LEXICON_WEST,
  ...LEXICON_NORTH,
  ...LEXICON_EAST,
  ...LEXICON_ASIA,
};
