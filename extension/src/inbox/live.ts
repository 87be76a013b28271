import { messageStream, type StreamEvent } from '@mayfly/shared/client/message-stream';
import { type Cursor, cursorSchema } from '@mayfly/shared/contract/message';
import type { OwnInbox } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { type Group, groupInboxes } from './groups.ts';
import { openItems } from './open-mail.ts';
import type { ClientFor } from './relay-clients.ts';
import { applyTurn } from './turn.ts';

export interface LiveDeps {
  readonly storage: Storage;
  readonly clientFor: ClientFor;
  /** The inboxes that this page shows. */
  readonly listInboxes: () => Promise<readonly OwnInbox[]>;
  /** Calls back when somebody else has changed what is stored. */
  readonly onStateChanged: (callback: () => void) => () => void;
  /** Hears of everything that this page has written. */
  readonly onChange: () => void;
  readonly now: () => number;
  /** `auto` falls back to the long-poll where a WebSocket cannot be opened. */
  readonly transport: 'auto' | 'poll';
}

const cursorOf = (inbox: OwnInbox): Cursor | null =>
  cursorSchema.safeParse(inbox.cursor).data ?? null;

/** Writes an event as the worker's long-poll does. True when there is something new to show. */
async function apply(deps: LiveDeps, inbox: OwnInbox, event: StreamEvent): Promise<boolean> {
  if (event.type === 'connected' || event.type === 'disconnected') return false;
  // Before the transaction: it would not wait for it.
  const items = event.type === 'items' ? await openItems(inbox, event.items) : [];
  return deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
    const latest = await mail.inbox(inbox.id);
    if (latest === undefined) return false;
    if (event.type === 'ended') {
      return (await applyTurn(mail, { kind: 'ended', inboxId: inbox.id })).changed;
    }
    if (event.type === 'reset') {
      await mail.removeMessages(inbox.id);
      await mail.putInbox({ ...latest, cursor: null });
      return true;
    }
    const expiresAt = event.type === 'inbox' ? Date.parse(event.expiresAt) : latest.expiresAt;
    if (event.type === 'inbox') {
      await mail.putInbox({ ...latest, expiresAt });
      return expiresAt !== latest.expiresAt;
    }
    const { next } = event;
    const turn = {
      kind: 'changes',
      inboxId: inbox.id,
      items,
      next,
      expiresAt,
      complete: false,
    } as const;
    return (await applyTurn(mail, turn)).changed;
  });
}

async function follow(deps: LiveDeps, group: Group, signal: AbortSignal): Promise<void> {
  const watch = group.inboxes.map((inbox) => ({ token: inbox.token, after: cursorOf(inbox) }));
  const events = messageStream({
    client: deps.clientFor(group.relayUrl),
    watch,
    signal,
    transport: deps.transport,
  });
  for await (const event of events) {
    const inbox = 'index' in event ? group.inboxes[event.index] : undefined;
    if (inbox !== undefined && (await apply(deps, inbox, event))) deps.onChange();
  }
}

/** What a connection was opened for: another inbox or a fresh token needs another one. */
const subjectOf = (groups: readonly Group[]) =>
  groups
    .flatMap((group) => group.inboxes.map((inbox) => inbox.token))
    .toSorted()
    .join();

/** Resolves when `subject` no longer says what is to be followed, or when the signal ends it. */
function changeFrom(
  deps: LiveDeps,
  read: () => Promise<string>,
  subject: string,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = deps.onStateChanged(() => {
      read().then((latest) => {
        if (latest !== subject) end();
      }, reject);
    });
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/**
 * Follows the inboxes of an open page over a WebSocket, until the signal ends it. It writes what the worker would, so
 * that both may do it at once: a message is stored under its id, and cursors lead to the same end.
 */
export async function watchLive(deps: LiveDeps, signal: AbortSignal): Promise<void> {
  const readGroups = async () => groupInboxes(await deps.listInboxes(), deps.now());
  const readSubject = async () => subjectOf(await readGroups());
  while (!signal.aborted) {
    const groups = await readGroups();
    const round = new AbortController();
    const both = AbortSignal.any([signal, round.signal]);
    const changed = changeFrom(deps, readSubject, subjectOf(groups), both);
    // A fault ends the connection alone: the worker goes on waiting with its long-poll.
    const followed = Promise.allSettled(groups.map((group) => follow(deps, group, both)));
    try {
      await changed;
    } finally {
      round.abort();
      await followed;
    }
  }
}
