import type { Translate } from '@mayfly/shared/ui/translate';
import type { Trouble } from '../inbox/trouble.ts';

/** Where the extension's sentence speaks of what a page does not have. */
const own: Partial<Record<Trouble, string>> = {
  'origin-refused': 'web.originRefused',
  'not-sealed': 'web.notSealed',
  'pair-code-invalid': 'pairing.codeInvalid',
  'restore-key-invalid': 'past.keyRefused',
};

/** `rate-limited` has its sentence at `trouble.rateLimited`, and so on. */
export const troubleKey = (trouble: Trouble): string =>
  own[trouble] ??
  `trouble.${trouble.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

export const troubleText = (t: Translate, trouble: Trouble): string => t(troubleKey(trouble));
