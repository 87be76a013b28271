import { computed } from 'vue';
import { createFollowing } from './following.ts';
import { createInboxActions } from './inbox-actions.ts';
import { createKeptActions } from './kept-actions.ts';
import { createMessageActions } from './message-actions.ts';
import { orderInboxes } from './order.ts';
import { createOpeners } from './sealing.ts';
import { createState, type InboxesDeps } from './state.ts';

/** The inboxes of this browser: what is kept of them, what comes to them, and what is done with them. */
export function createInboxes(deps: InboxesDeps) {
  const state = createState(deps);
  const openerOf = createOpeners();
  const messageActions = createMessageActions(state, deps, openerOf);
  const { readUnread } = messageActions;
  const { follow, stop } = createFollowing(state, deps, { openerOf, readUnread });
  const { inboxes, mailboxes, access, loaded, contact, keepFailed, time, find, client } = state;
  const kept = createKeptActions(state, () => follow());
  const load = async () => {
    await state.load();
    follow();
  };
  deps.channel.addEventListener('message', () => void load());
  return {
    ...{ inboxes, mailboxes, access, loaded, contact, keepFailed, time, find, client },
    ordered: computed(() => orderInboxes(inboxes.value, time.value)),
    keepsLasting: deps.keeping.lasts,
    ...kept,
    ...createInboxActions(state, kept, follow),
    ...messageActions,
    load,
    stop,
    /** Asks the relay now instead of at its next turn. */
    retry: () => follow(true),
    /** Time has passed: some may have ended. */
    tick(now: number) {
      time.value = now;
      follow();
    },
  };
}

export type Inboxes = ReturnType<typeof createInboxes>;
