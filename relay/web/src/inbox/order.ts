import { hasEnded } from '@mayfly/shared/ui/time-left';
import type { OwnInbox } from '../storage/model.ts';

export interface Ordered {
  readonly living: readonly OwnInbox[];
  readonly past: readonly OwnInbox[];
}

/** Those that live, the newest first, and those that have ended, the last to end first. */
export function orderInboxes(inboxes: readonly OwnInbox[], now: number): Ordered {
  const ended = (inbox: OwnInbox) => hasEnded(inbox, now);
  return {
    living: inboxes.filter((inbox) => !ended(inbox)).toSorted((a, b) => b.createdAt - a.createdAt),
    past: inboxes.filter(ended).toSorted((a, b) => b.expiresAt - a.expiresAt),
  };
}
