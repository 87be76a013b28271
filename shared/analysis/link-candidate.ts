import type { Occurrence } from './link-context.ts';
import type { UrlSigns } from './read-url.ts';

export interface LinkCandidate {
  readonly url: string;
  readonly signs: UrlSigns;
  readonly occurrences: readonly Occurrence[];
  readonly order: number;
  /** Named by a schema.org action. */
  readonly action: boolean;
}

/** What the other links and the codes of the mail tell about each of them. */
export interface LinkSetting {
  /** The code of the mail, without spaces and dashes. */
  readonly code: string | undefined;
  /** Urls with a counterpart that refuses. */
  readonly refusable: ReadonlySet<string>;
  /** Places whose url carries a token, those that undo something aside. */
  readonly tokens: ReadonlySet<string>;
  /** The only button of the mail, or without any, the only link with a secret. */
  readonly soleOffer: string | undefined;
  /** Urls of lists: topics, articles, goods. */
  readonly listed: ReadonlySet<string>;
  /** How many places the mail links to. */
  readonly places: number;
}
