/** Looks a message up: with what its `$1`, `$2` stand for, or with the number that chooses its plural form. */
export interface Translate {
  (key: string, substitutions?: string[]): string;
  (key: string, count: number, substitutions?: string[]): string;
}
