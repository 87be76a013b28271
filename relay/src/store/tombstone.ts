const DAY_MS = 86_400_000;

/** So long after an inbox ended senders are asked to retry, because its owner may reopen the address. */
const RETRY_MS = 7 * DAY_MS;
/** So long an address is not given out again. */
const RESERVED_MS = 400 * DAY_MS;

/** A message that was deleted is told to readers who were away; so many are remembered for each inbox. */
export const KEPT_DELETIONS = 200;

export interface Tombstone {
  readonly retryUntil: number;
  readonly reservedUntil: number;
}

/** What stays of an address whose inbox ends by itself. */
export function tombstoneOfExpiry(expiresAt: number): Tombstone {
  return { retryUntil: expiresAt + RETRY_MS, reservedUntil: expiresAt + RESERVED_MS };
}

/** What stays of an address whose owner ended it: its senders get a final answer. */
export function tombstoneOfDeletion(now: number): Tombstone {
  return { retryUntil: now, reservedUntil: now + RESERVED_MS };
}
