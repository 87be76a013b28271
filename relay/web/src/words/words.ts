import { type AddressWords, addressWordsIn } from '@mayfly/shared/ui/address-words';
import type { MailWords } from '@mayfly/shared/ui/mail-words';
import { mailWordsIn } from '@mayfly/shared/ui/mail-words-in';
import type { Translate } from '@mayfly/shared/ui/translate';
import { inject, type InjectionKey } from 'vue';
import { createTranslate, type Messages } from './translate.ts';

/** What the page says, in one language. */
export interface Words {
  readonly t: Translate;
  readonly locale: string;
  readonly mail: MailWords;
  readonly address: AddressWords;
}

export const wordsKey: InjectionKey<Words> = Symbol('words');

export function createWords(messages: Messages, locale: string): Words {
  const t = createTranslate(messages);
  return { t, locale, mail: mailWordsIn(t, locale), address: addressWordsIn(t) };
}

export function useWords(): Words {
  const words = inject(wordsKey);
  if (words === undefined) throw new Error('The page was given no words');
  return words;
}
