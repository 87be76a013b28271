import type { Verdict } from '@mayfly/shared/contract/message';
import type { LookUpOutcome } from './dns-cache.ts';

/** What a verdict thread knows for all mails. */
export interface VerdictSettings {
  readonly hostname: string;
  readonly arcSealers: readonly string[];
  /** How long the look at one mail may take. */
  readonly deadlineMs: number;
}

/** A mail to judge: whole, or without its body when nothing signs that. */
export interface VerdictRequest {
  readonly kind: 'mail';
  readonly id: number;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly headEnd: number;
  readonly sender: string;
  readonly helo: string;
  /** Null: no address that SPF could judge. */
  readonly address: string | null;
  readonly now: number;
  readonly settings: VerdictSettings;
}

export type ToVerdictThread =
  | VerdictRequest
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: LookUpOutcome }
  /** Answered when the thread comes to it. */
  | { readonly kind: 'ping' };

export type FromVerdictThread =
  /** It has loaded its program. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'verdict'; readonly id: number; readonly verdict: Verdict | null }
  | {
      readonly kind: 'lookup';
      readonly id: number;
      readonly name: string;
      readonly rrtype: string;
    }
  | { readonly kind: 'pong' };
