import { hasEnded } from '@mayfly/shared/ui/time-left';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import type { Applied } from './apply-items.ts';
import { type Contact, followInboxes, type Follower } from './follow.ts';
import { withMessages } from './message-store.ts';
import type { createOpeners } from './sealing.ts';
import type { InboxesDeps, State } from './state.ts';

/** What makes mail readable. */
export interface Reading {
  readonly openerOf: ReturnType<typeof createOpeners>;
  /** Reads here what the relay could not. */
  readonly readUnread: (inbox: OwnInbox, own: OwnMessage) => Promise<void>;
}

/** What is done with what the relay tells. */
function createFollower(
  state: State,
  { now, onArrived }: InboxesDeps,
  { openerOf, readUnread }: Reading,
  onEnded: () => void,
): Follower {
  const { mailboxes, find, replace, write } = state;
  return {
    now,
    opener: (inbox) => openerOf(inbox.privateKey),
    onContact: (next: Contact) => (state.contact.value = next),
    async onMessages(inbox: OwnInbox, applied: Applied, cursor: string) {
      const known = new Set((mailboxes.value.get(inbox.id) ?? []).map(({ id }) => id));
      const putInboxes = replace(inbox.id, { cursor });
      if (putInboxes.length === 0) return;
      mailboxes.value = withMessages(mailboxes.value, inbox.id, applied);
      const removeMessages = applied.removed.map((id) => ({ inboxId: inbox.id, id }));
      await write({ putInboxes, putMessages: applied.put, removeMessages });
      const fresh = applied.put.filter(({ id, message }) => !known.has(id) && !message.seen);
      if (fresh.length > 0) onArrived(inbox, fresh);
      for (const own of applied.put) void readUnread(inbox, own);
    },
    async onLifetime({ id }, expiresAt) {
      if (find(id)?.expiresAt === expiresAt) return;
      await write({ putInboxes: replace(id, { expiresAt }) });
    },
    async onReset({ id }) {
      mailboxes.value = new Map(mailboxes.value).set(id, []);
      await write({ emptyInboxes: [id], putInboxes: replace(id, { cursor: null }) });
    },
    async onEnded({ id }) {
      await write({ putInboxes: replace(id, { ended: true }) });
      onEnded();
    },
  };
}

/** Follows the inboxes that live, anew whenever they or their tokens have changed. */
export function createFollowing(state: State, deps: InboxesDeps, reading: Reading) {
  let running = new AbortController();
  let followed = '';
  const follower = createFollower(state, deps, reading, () => follow());

  function follow(anew = false): void {
    const living = state.inboxes.value.filter((inbox) => !hasEnded(inbox, deps.now()));
    const tokens = living.map(({ token }) => token).join();
    if (tokens === followed && !anew) return;
    followed = tokens;
    running.abort();
    running = new AbortController();
    if (living.length === 0 || state.contact.value.state === 'lost') {
      state.contact.value = { state: 'connecting' };
    }
    void followInboxes(state.client, living, follower, running.signal);
  }

  return { follow, stop: () => running.abort() };
}
