/** What a link in a mail is for. */
export type LinkKind = 'verify' | 'magic-link' | 'reset' | 'invite' | 'subscribe';

/** A link that completes what the mail asks for. `url` stands in the mail exactly so. */
export interface Link {
  url: string;
  text: string;
  kind: LinkKind;
  score: number;
  reasons: string[];
  /** Where a click-tracking link leads, when the url shows it. */
  destination?: string | undefined;
}

/** A one-time code exactly as the mail shows it. */
export interface Code {
  value: string;
  score: number;
  reasons: string[];
}

export interface AnalysisInput {
  readonly subject: string;
  readonly from: string;
  readonly text: string | null;
  readonly html: string | null;
  /** BCP 47, when the mail names it; words of every language are known in any case. */
  readonly language?: string | undefined;
}

export interface AnalysisResult {
  links: Link[];
  codes: Code[];
}
