/** A link of a mail, with its place in the text that a reader sees. */
export interface Anchor {
  /** As it stands in the mail, character references resolved. */
  readonly url: string;
  /** What is shown as the link; for a bare url the words that lead to it, or ''. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Drawn as a button: a background, a class or a role that says so. */
  readonly button: boolean;
  /** The url itself is what is shown. */
  readonly bare: boolean;
  readonly hidden: boolean;
}

/** A stretch of text that the mail sets off: large, bold, monospaced, spaced out. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** One part of a mail as its reader sees it. */
export interface Page {
  /** Lines end in `\n`; runs of white space are one space. */
  readonly text: string;
  readonly anchors: readonly Anchor[];
  readonly marks: readonly Mark[];
  /** Stretches that quote someone else. */
  readonly quotes: readonly Mark[];
  /** Text that is there but not seen, such as a preheader. */
  readonly hidden: string;
  /** Urls of schema.org ViewAction, ConfirmAction and the like. */
  readonly actions: readonly string[];
}

/** Counts the work done, so that a test can show that it grows with the input and not faster. */
export interface Meter {
  steps: number;
}

/** Longer inputs are read up to here. */
export const LIMITS = {
  html: 700_000,
  text: 150_000,
  hidden: 2_000,
  anchors: 600,
  marks: 2_000,
  url: 4_096,
  depth: 256,
  label: 300,
} as const;

/** Marks that a mail uses to keep a preheader's line empty, to steer direction, or to break words. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}
