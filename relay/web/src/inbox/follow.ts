import { createBackoff, pause } from '@mayfly/shared/client/backoff';
import type { Client } from '@mayfly/shared/client/client';
import { isClientError } from '@mayfly/shared/client/client-error';
import type { StreamEvent } from '@mayfly/shared/client/message-stream';
import type { Open } from '@mayfly/shared/sealing/hpke';
import type { OwnInbox } from '../storage/model.ts';
import { applyItems, type Applied } from './apply-items.ts';
import { loadTalk } from './later.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** How it stands with the relay. */
export type Contact =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly trouble: Trouble; readonly retryAt: number };

export interface Follower {
  /** Null: its mail is not sealed, or cannot be opened. */
  opener(inbox: OwnInbox): Promise<Open | null>;
  onContact(contact: Contact): void;
  onMessages(inbox: OwnInbox, applied: Applied, cursor: string): Promise<void>;
  onLifetime(inbox: OwnInbox, expiresAt: number): Promise<void>;
  /** Everything that is known of its mail is void. */
  onReset(inbox: OwnInbox): Promise<void>;
  onEnded(inbox: OwnInbox): Promise<void>;
  readonly now: () => number;
}

/** As many as the relay lets one connection watch. */
const mostWatched = 50;

async function take(event: StreamEvent, inboxes: readonly OwnInbox[], follower: Follower) {
  if (event.type === 'connected') return follower.onContact({ state: 'live' });
  if (event.type === 'disconnected') {
    const retryAt = follower.now() + event.retryMs;
    return follower.onContact({ state: 'lost', trouble: troubleOf(event.error), retryAt });
  }
  const inbox = inboxes[event.index];
  if (inbox === undefined) return;
  if (event.type === 'inbox') await follower.onLifetime(inbox, Date.parse(event.expiresAt));
  else if (event.type === 'reset') await follower.onReset(inbox);
  else if (event.type === 'ended') await follower.onEnded(inbox);
  else {
    const applied = await applyItems(inbox.id, event.items, await follower.opener(inbox));
    await follower.onMessages(inbox, applied, event.next);
  }
}

type GetClient = () => Promise<Client>;

/** Loads what talks with the relay, again until it is there. Null: the signal came first. */
async function loadParts(getClient: GetClient, follower: Follower, signal: AbortSignal) {
  const backoff = createBackoff(Math.random);
  while (!signal.aborted) {
    try {
      const [{ messageStream }, client] = await Promise.all([loadTalk(), getClient()]);
      return { messageStream, client };
    } catch (error) {
      if (!isClientError(error)) throw error;
      const ms = backoff.next(error);
      const retryAt = follower.now() + ms;
      follower.onContact({ state: 'lost', trouble: error.code, retryAt });
      await pause(ms, signal);
    }
  }
  return null;
}

/** Hears what changes in these inboxes until the signal ends it. */
export async function followInboxes(
  getClient: GetClient,
  inboxes: readonly OwnInbox[],
  follower: Follower,
  signal: AbortSignal,
): Promise<void> {
  const watched = inboxes.slice(0, mostWatched);
  if (watched.length === 0) return;
  const watch = watched.map(({ token, cursor }) => ({ token, after: cursor }));
  const parts = await loadParts(getClient, follower, signal);
  if (parts === null) return;
  const { messageStream, client } = parts;
  for await (const event of messageStream({ client, watch, signal })) {
    if (signal.aborted) return;
    await take(event, watched, follower);
  }
}
