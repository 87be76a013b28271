import { type MessageId, messageIdSchema } from '@mayfly/shared/contract/message';
import type { Random } from './ports.ts';
import { randomName } from './random-name.ts';

/** 100 random bits in 20 characters. */
export function newMessageId(random: Random): MessageId {
  return messageIdSchema.parse(randomName(random, 20));
}
