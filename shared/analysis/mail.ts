import type { Meter, Page } from './page.ts';
import type { Concepts } from './concepts.ts';
import type { ReadText } from './words-of.ts';

export interface MailPart {
  readonly page: Page;
  readonly words: ReadText;
  readonly isHtml: boolean;
}

/** A mail, read once: what links and codes are looked for in. */
export interface Mail {
  readonly subject: ReadText;
  /** HTML before text: it is what most readers show. */
  readonly parts: readonly MailPart[];
  /** Preheaders and other unseen text. */
  readonly hidden: ReadText;
  /** `Re:` and its like: people write those, not sign-ups. */
  readonly isReply: boolean;
  readonly subjectConcepts: Concepts;
  /** Of everything that is seen. */
  readonly concepts: Concepts;
  /** The concepts of a text that does not stand in a part, such as a picture's description. */
  read(text: string): Concepts;
  readonly meter: Meter;
}
