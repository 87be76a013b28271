import data from './weights-data.json' with { type: 'json' };

/** Of one question about a field: what each feature weighs, and what is asked of all. */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number | undefined>>;
}

export interface Models {
  /** Whether it takes an address. */
  readonly email: Model;
  /** Whether that address is to be a new one. */
  readonly fresh: Model;
  readonly code: Model;
}

/** Trained on labelled pages: `npm run bench -- fields --train --corpus DIR`. */
export const WEIGHTS: Models = data;
