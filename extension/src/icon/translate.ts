export type Translate = (name: string, substitution?: string) => string;

/** The part of the browser that is used. */
interface Messages {
  readonly i18n: { getMessage(name: string, substitution?: string): string };
}

/** Words for scripts in pages, by the names under which the browser has them. WXT's types know only its own form of these. */
export const translatorOf =
  ({ i18n }: Messages): Translate =>
  (name, substitution) =>
    i18n.getMessage(name, substitution);
