import type { Content, Message } from '../contract/message.ts';
import type { MailWords } from './mail-words.ts';

export type Readability = 'readable' | 'not-rendered' | 'sealed';

/** Whether there is something to show: a mail may be sealed for us, or could not be parsed. */
export function readability(message: Message): Readability {
  if (message.content) return 'readable';
  return message.sealed?.content ? 'sealed' : 'not-rendered';
}

export function senderOf(content: Content | null | undefined, words: MailWords): string {
  const from = content?.from;
  if (!from) return words.noSender;
  return from.name === '' ? from.address : from.name;
}

/** The first line of a row and the title of an open mail. */
export function subjectOf(message: Message, words: MailWords): string {
  const state = readability(message);
  if (state === 'sealed') return words.sealed;
  if (state === 'not-rendered') return words.notRendered;
  return message.content?.subject.trim() || words.noSubject;
}
