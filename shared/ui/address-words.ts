import type { Translate } from './translate.ts';

/** What the card of an address says. */
export interface AddressWords {
  readonly current: string;
  readonly left: (span: string) => string;
  readonly keep: string;
  readonly keepQuestion: string;
  readonly remove: string;
  readonly removeQuestion: string;
  readonly removeConfirm: string;
  readonly removeKeep: string;
  readonly ended: (ago: string) => string;
  readonly reopen: string;
  readonly reopenLabel: (address: string) => string;
  readonly forget: string;
  readonly forgetQuestion: string;
  readonly forgetConfirm: string;
  readonly readOnly: string;
}

/** The same in the language that `t` speaks. */
export function addressWordsIn(t: Translate): AddressWords {
  return {
    current: t('address.current'),
    left: (span) => t('address.left', [span]),
    keep: t('address.keep'),
    keepQuestion: t('address.keepQuestion'),
    remove: t('address.remove'),
    removeQuestion: t('address.removeQuestion'),
    removeConfirm: t('address.removeConfirm'),
    removeKeep: t('address.removeKeep'),
    ended: (ago) => t('address.ended', [ago]),
    reopen: t('past.reopen'),
    reopenLabel: (address) => t('past.reopenLabel', [address]),
    forget: t('past.forget'),
    forgetQuestion: t('past.forgetQuestion'),
    forgetConfirm: t('past.forgetConfirm'),
    readOnly: t('past.readOnly'),
  };
}
