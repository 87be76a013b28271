import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Outcome } from './errors.ts';
import type { AddressState, InboxLimits, InboxRecord } from './ports.ts';

export interface RecipientFacts {
  readonly now: number;
  readonly limits: InboxLimits;
  /** What `SIZE=` announced (RFC 1870); 0 when it said nothing. */
  readonly announcedBytes: number;
  /** The inbox that an earlier recipient of this transaction named. */
  readonly chosen: InboxId | null;
}

/**
 * May mail for this address come in? One inbox per transaction, so that the one reply after DATA is true for it;
 * a sender retries the recipients that it may not name now (RFC 5321 section 4.5.3.1.10).
 */
export function judgeRecipient(
  found: AddressState,
  facts: RecipientFacts,
): Outcome<{ inbox: InboxRecord }> {
  if (found.state === 'unknown') return { ok: false, code: 'recipient-unknown' };
  if (found.state === 'ended') {
    const mayReturn = facts.now < found.retryUntil;
    return { ok: false, code: mayReturn ? 'recipient-expired' : 'recipient-unknown' };
  }
  if (facts.chosen !== null && facts.chosen !== found.inbox.id) {
    return { ok: false, code: 'one-inbox-per-transaction' };
  }
  const { messages, bytes } = found.usage;
  const full =
    messages >= facts.limits.messages ||
    bytes >= facts.limits.bytes ||
    bytes + facts.announcedBytes > facts.limits.bytes;
  return full ? { ok: false, code: 'inbox-full' } : { ok: true, inbox: found.inbox };
}

/** May a message of this many octets come in? */
export function judgeSize(bytes: number, messageBytes: number): Outcome {
  return bytes > messageBytes ? { ok: false, code: 'message-too-big' } : { ok: true };
}
