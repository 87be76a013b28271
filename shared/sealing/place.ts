import type { InboxId } from '../contract/inbox.ts';
import type { MessageId } from '../contract/message.ts';

/** HPKE's `info` for every sealed part. */
export const sealingInfo = 'mayfly/1';

/** A sealed part of a message, or an attachment by its index. */
export type SealedPartName = 'raw' | 'content' | 'verdict' | `attachment-${number}`;

/** HPKE's `aad`: a part is opened only where it belongs, so a relay cannot pass one off as another. */
export const sealingPlace = (inbox: InboxId, message: MessageId, part: SealedPartName): string =>
  `${inbox}|${message}|${part}`;
