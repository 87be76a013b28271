/** What the words in and around a field can be about. The order fixes the bits of a set. */
export const CONCEPTS = [
  'email',
  'signUp',
  'logIn',
  /** To get news, or a word when something begins. */
  'subscribe',
  /** To end that. */
  'unsubscribe',
  /** A password that is lost, or set anew. */
  'forgot',
  /** An order, a booking, a gift of money: an address without an account. */
  'order',
  /** A second time. */
  'repeat',
  'userName',
  'password',
  'phone',
  'personName',
  /** Where somebody lives or works. */
  'place',
  /** Any other thing that fields ask for. */
  'thing',
  /** A code that was just sent, or that an app shows. */
  'code',
  /** A code of another kind: of a coupon, a country, a card. */
  'otherCode',
  /** "Already a member?": leads from the sign-up to the log-in. */
  'hasAccount',
  /** "No account yet?": leads from the log-in to the sign-up. */
  'noAccount',
  /** "Remember me": of log-ins alone. */
  'remember',
] as const;

export type Concept = (typeof CONCEPTS)[number];

/** A set of concepts: one bit each, by their order. */
export type Concepts = number;

export const bitOf = (concept: Concept): Concepts => 1 << CONCEPTS.indexOf(concept);

export function namesOf(concepts: Concepts): Concept[] {
  return CONCEPTS.filter((concept) => (concepts & bitOf(concept)) !== 0);
}
