import type { MailWords } from '@mayfly/shared/ui/mail-words';
import { mailWordsIn } from '@mayfly/shared/ui/mail-words-in';
import { createI18n } from '@wxt-dev/i18n';

/** The words of the pieces shared with the web inbox, in the browser's language. */
export function mailWords(locale: string): MailWords {
  return mailWordsIn(createI18n().t, locale);
}
