/** Words as detection compares them: lower case, without accents, camelCase and signs taken apart. */
export type Words = string;

/** What is known of the form around a field, or of what serves as one. */
export interface FormSignals {
  /** Names, ids, classes and target of the form. */
  readonly attributes: Words;
  /** Headings and legends in the form and right before it. */
  readonly headings: Words;
  /** The texts of its buttons. */
  readonly buttons: Words;
  /** The texts of its links. */
  readonly links: Words;
  readonly passwords: number;
  readonly newPasswords: number;
  readonly currentPasswords: number;
  /** Text-like fields that are not passwords. */
  readonly texts: number;
}

/** A field as plain data: all that its kind is judged by. */
export interface FieldSignals {
  readonly type: string;
  readonly autocomplete: readonly string[];
  /** Its name and id. */
  readonly names: Words;
  /** Its label, title and what a screen reader is told. */
  readonly label: Words;
  readonly placeholder: Words;
  /** The placeholder, or a title, shows an address. */
  readonly showsAddress: boolean;
  readonly inputMode: string;
  /** -1 when it has none. */
  readonly maxLength: number;
  readonly form: FormSignals;
  /** Title and path of the page. */
  readonly page: Words;
}

export type FieldKind = 'new-email' | 'existing-email' | 'one-time-code' | 'none';

export interface Classification {
  readonly kind: FieldKind;
  /** How sure: from 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}
