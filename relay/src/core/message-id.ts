import { type MessageId, messageIdSchema } from '@mayfly/shared/contract/message';
import type { Random } from './ports.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 100 random bits in 20 characters. */
export function newMessageId(random: Random): MessageId {
  const characters = Array.from(random(20), (octet) => alphabet.charAt(octet & 31));
  return messageIdSchema.parse(characters.join(''));
}
