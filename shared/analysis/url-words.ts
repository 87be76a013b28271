import type { LinkKind } from './types.ts';

/** Parts of paths and parameters that programs use, whatever the language of the mail. */
export const URL_KINDS: readonly (readonly [LinkKind, RegExp, number])[] = [
  ['reset', /reset|passw|pwd|pwauth|forgot|recover|lostp|lost p/, 2],
  ['invite', /invit| join|accept/, 2],
  ['invite', /sign ?up|regist|onboard|enrol/, 1],
  ['subscribe', /opt ?in|(?<!un)subscri|newsletter|mailing/, 2],
  ['magic-link', /magic|one ?time|passwordless|login ?link/, 2],
  ['magic-link', /log ?in|sign ?in| auth | session | callback /, 1],
  ['verify', /verif|confirm|activat|validat| do confirm|email change|change email|email update/, 2],
  ['verify', /sign ?up|regist|onboard|welcome|enrol| start /, 1],
];

export const URL_UNDO =
  /unsub|opt ?out|cancel|revoke|declin|reject|disavow|abuse|report|deny|not ?me|wasnt|delete|remove|spam|block|desinscri|abmeld|dismiss|\b(?:void|kill|refuse|nein|withdraw|lock|lockdown)\b/;

export const URL_BESIDE =
  / (?:privacy|terms|tos|help|support|faq|settings|preferences|prefs|contact|legal|imprint|impressum|blog|docs|documentation|about|careers|app ?store|google ?play|policy|policies|unsubscribe|manage|notifications|pricing|status|community|forum|store|apps|rsvp|calendar|event|events|digest|activity|commit|issues|pulls?|viewticket|tickets|cases|topics?|threads?|comments?|replies|orders|invoices) /;

/** First labels of hosts where nothing is completed. */
export const HOST_BESIDE =
  /^(?:help|support|docs?|blog|status|community|forums?|learn|kb|faq|wiki|developers?|hilfe|aide|ayuda|aiuto|ajuda)\./;
