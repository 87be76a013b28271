/**
 * `secure_delete` wipes what is deleted, but not the copies that stay in unused space when SQLite moves a row from one
 * page to another (seen: mail found in the file after its deletion). Pages that hold the overflow of a long row are
 * never copied in part and are wiped as a whole. So whatever a person must be able to delete stands between two
 * fillers: `head` takes the place in the row's own page, `tail` makes the row long enough to overflow.
 *
 * The figures are those of the file format (https://www.sqlite.org/fileformat2.html, section 1.6): of a payload of P
 * octets on pages of U usable ones, K = M + (P - M) mod (U - 4) stay in the row's page when P > U - 35 and K <= U - 35.
 */
export const PAGE_SIZE = 4096;
const OVERFLOW = PAGE_SIZE - 4;
const LOCAL = Math.floor(((PAGE_SIZE - 12) * 32) / 255) - 23;
/** The record's header and the short columns before `data` are at most so long; `head` allows for all of it. */
const SLACK = 128;
const HEAD = LOCAL + SLACK;

export interface Fillers {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** Fillers for `length` octets of data: the row keeps LOCAL to LOCAL + SLACK octets in its page, all of them filler. */
export function fillersFor(length: number): Fillers {
  const beyond = HEAD + length - LOCAL;
  const pages = Math.max(1, Math.ceil(beyond / OVERFLOW));
  return { head: new Uint8Array(HEAD), tail: new Uint8Array(pages * OVERFLOW - beyond) };
}
