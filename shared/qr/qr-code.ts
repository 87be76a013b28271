import { encode, renderUnicodeCompact } from 'uqr';

/** The rows of a code without a margin; true is dark. */
export const qrRows = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'L', border: 0 }).data;

/** For a terminal: two rows of the code in each line, light where a character stands. */
export const qrLines = (text: string, border: number): string[] =>
  renderUnicodeCompact(text, { border }).split('\n');
