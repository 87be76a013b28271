/** What a word of a mail can be about. */
export const CONCEPTS = [
  /** To confirm, verify, activate. */
  'confirm',
  /** What is confirmed: an e-mail address, an account, a registration. */
  'account',
  'password',
  /** To reset, change, choose, recover. */
  'renew',
  'signIn',
  /** A link that signs in by itself. */
  'oneTime',
  'invite',
  /** To accept, to join. */
  'accept',
  'subscribe',
  /** Points at a link: click, this button, here, copy into the browser. */
  'go',
  /** To go on, to start, to finish. */
  'start',
  /** Undoes or refuses: cancel, decline, unsubscribe, this was not me. */
  'undo',
  /** Beside the point: help, settings, privacy, home page. */
  'manage',
  /** Orders, payments, appointments. */
  'trade',
  /** A code of any sort. */
  'code',
  /** A code that proves who someone is. */
  'secret',
  /** A code that does not: a discount, a postal code. */
  'otherCode',
  /** To type a code in. */
  'enter',
  /** A limited life: expires, is valid for. */
  'expire',
  /** Announces a number that is no code: order, phone, invoice. */
  'number',
  /** "If it was not you", "if you did not ask for this". */
  'unasked',
  /** Nothing left to do: "has been verified", "is now active". */
  'done',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/**
 * Words by concept, divided by `|`, in small letters. `word` is a whole word, `stem*` the start of one, `*part*` stands
 * anywhere. Scripts without spaces, or with articles and prepositions written onto the word, always match anywhere.
 * Diacritics do not matter, a space also matches a hyphen.
 */
export type Words = Readonly<Partial<Record<Concept, string>>>;
