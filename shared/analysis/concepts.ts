/** What a word of a link can be about that says what it is for, or leads on. */
export const LINK_CONCEPTS = [
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
] as const;

/** What a word of a mail can be about. */
export const CONCEPTS = [
  ...LINK_CONCEPTS,
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
  /** Means nothing here, but has a word inside that would: "activity", "terima kasih". */
  'filler',
] as const;
export type Concept = (typeof CONCEPTS)[number];

const bits = new Map<Concept, number>(CONCEPTS.map((concept, at) => [concept, 1 << at]));
export const bitOf = (concept: Concept): number => bits.get(concept) ?? 0;
export const bitsOf = (concepts: readonly Concept[]): number =>
  concepts.reduce((all, concept) => all | bitOf(concept), 0);

/** What a stretch of text is about. Made by the hundred for each mail: one number, no collection. */
export class Concepts {
  static readonly none = new Concepts(0);
  readonly #bits: number;

  constructor(bitsOfAll: number) {
    this.#bits = bitsOfAll;
  }

  static of(hits: readonly { readonly bit: number }[]): Concepts {
    let all = 0;
    for (const { bit } of hits) all |= bit;
    return new Concepts(all);
  }

  get isEmpty(): boolean {
    return this.#bits === 0;
  }

  has(concept: Concept): boolean {
    return (this.#bits & bitOf(concept)) !== 0;
  }

  /** `bits` of several, put together. */
  hasAny(bits: number): boolean {
    return (this.#bits & bits) !== 0;
  }

  and(other: Concepts): Concepts {
    return new Concepts(this.#bits | other.#bits);
  }
}

/**
 * Words by concept, divided by `|`, in small letters. `word` is a whole word, `stem*` the start of one, `*part*` stands
 * anywhere. Scripts without spaces, or with articles and prepositions written onto the word, always match anywhere.
 * Diacritics do not matter, a space also matches a hyphen.
 */
export type Words = Readonly<Partial<Record<Concept, string>>>;
