import type { Concepts } from './concepts.ts';

/** What is known of the form around a field, or of what serves as one. The texts as the concepts in them. */
export interface FormSignals {
  /** Names, ids, classes and target of the form. */
  readonly attributes: Concepts;
  /** Headings and legends in the form and right before it. */
  readonly headings: Concepts;
  /** The button that sends it. */
  readonly submit: Concepts;
  /** All its buttons. */
  readonly buttons: Concepts;
  readonly links: Concepts;
  /** All that stands in it, and right behind it. */
  readonly text: Concepts;
  /** What its fields ask for, by their names and placeholders. */
  readonly fields: Concepts;
  readonly passwords: number;
  readonly newPasswords: number;
  readonly currentPasswords: number;
  /** Text-like fields that are not passwords. */
  readonly texts: number;
  readonly emails: number;
  readonly selects: number;
  readonly checkBoxes: number;
  readonly textAreas: number;
  /** Where on the page it stands, as far as its elements tell. */
  readonly region: 'header' | 'footer' | 'aside' | 'dialog' | 'main';
}

/** A field as plain data: all that its kind is judged by. */
export interface FieldSignals {
  readonly type: string;
  readonly autocomplete: readonly string[];
  /** Its name, id and class. */
  readonly names: Concepts;
  /** Its label, title and what a screen reader is told. */
  readonly label: Concepts;
  readonly placeholder: Concepts;
  /** What stands right before it, when it has no label. */
  readonly near: Concepts;
  /** The placeholder, a title or a pattern shows an address. */
  readonly showsAddress: boolean;
  readonly inputMode: string;
  /** -1 when it has none. */
  readonly maxLength: number;
  readonly isRequired: boolean;
  /** Text-like fields before it in its form. */
  readonly textsBefore: number;
  readonly isBeforePassword: boolean;
  /** Fields of one character each in a row with it. */
  readonly boxes: number;
  readonly form: FormSignals;
  /** Title of the page. */
  readonly title: Concepts;
  /** Path of the page. */
  readonly path: Concepts;
}

export type FieldKind = 'new-email' | 'existing-email' | 'one-time-code' | 'none';

export interface Classification {
  readonly kind: FieldKind;
  /** How sure: from 0 to 1. */
  readonly score: number;
}
