import {
  liveCloseCodes,
  type LiveEvent,
  type LiveHello,
} from '@mayfly/shared/contract/stream-event';
import { type CursorPlace, encodeCursor } from '../core/cursor.ts';
import type { PlacedItem } from '../core/message-item.ts';
import { endCodes, type PollTarget } from '../core/poll.ts';
import type { Session } from '../core/sessions.ts';
import type { Seat, Waiter } from '../core/waiters.ts';
import { defaultPageLimit, type HttpDeps } from './deps.ts';
import { openWatched } from './watch.ts';

/** One client, as seen by who has news for it. */
export interface LiveLink {
  send(event: LiveEvent): void;
  flushed(): Promise<void>;
  onGone(run: () => void): void;
  readonly noteWrongToken: () => void;
}

type FollowDeps = Pick<HttpDeps, 'sessions' | 'messages' | 'waiters'>;

/** Sent before the next is read, so that a slow reader holds this much of the store's content in memory. */
const pageBytes = 1_000_000;

const typeOf = { new: 'message', updated: 'updated', deleted: 'deleted' } as const;

/** One inbox of one client. */
class Follower {
  readonly index: number;
  readonly #session: Session;
  #place: CursorPlace;

  constructor(index: number, { session, after }: PollTarget) {
    this.index = index;
    this.#session = session;
    this.#place = after;
  }

  /** Sends what came after its place. False: nothing more will come for this inbox. */
  async catchUp(messages: HttpDeps['messages'], link: LiveLink): Promise<boolean> {
    const { inbox } = this.#session;
    for (;;) {
      const options = { limit: defaultPageLimit, maxBytes: pageBytes };
      const outcome = await messages.list(inbox, this.#place, options);
      if (!outcome.ok) {
        this.#refuse(link, outcome);
        return false;
      }
      for (const item of outcome.page.items) this.#sendItem(link, item);
      this.#place = outcome.page.next;
      if (!outcome.page.more) return true;
      await link.flushed();
    }
  }

  extended(link: LiveLink, expiresAt: number): void {
    const inbox = this.#session.inbox.id;
    link.send({
      type: 'inbox',
      index: this.index,
      inbox,
      expiresAt: new Date(expiresAt).toISOString(),
    });
  }

  end(link: LiveLink, end: keyof typeof endCodes): void {
    const { index } = this;
    if (end === 'ended') link.send({ type: 'expired', index, inbox: this.#session.inbox.id });
    else link.send({ type: 'error', index, code: endCodes[end] });
  }

  #sendItem(link: LiveLink, { item, place }: PlacedItem): void {
    const inbox = this.#session.inbox.id;
    const next = encodeCursor(inbox, place);
    link.send({ type: typeOf[item.change], index: this.index, inbox, item, next });
  }

  #refuse(
    link: LiveLink,
    refusal:
      | { code: 'not-found' | 'filter-needs-plain' }
      | { code: 'cursor-expired'; next: CursorPlace },
  ): void {
    if (refusal.code === 'not-found') return this.end(link, 'ended');
    const { code } = refusal;
    const next =
      code === 'cursor-expired' ? { next: encodeCursor(this.#session.inbox.id, refusal.next) } : {};
    link.send({ type: 'error', index: this.index, code, ...next });
  }
}

async function openAll(
  { sessions }: FollowDeps,
  link: LiveLink,
  { watch }: LiveHello,
): Promise<{ followers: Follower[]; sessions: Session[] }> {
  const opened = await Promise.all(watch.map((one) => openWatched(sessions, one)));
  const followers: Follower[] = [];
  const living: Session[] = [];
  for (const [index, one] of opened.entries()) {
    if (one.ok) {
      followers.push(new Follower(index, one.target));
      living.push(one.target.session);
    } else {
      if (one.code === 'token-invalid') link.noteWrongToken();
      link.send({ type: 'error', index, code: one.code });
    }
  }
  return { followers, sessions: living };
}

/** Tells one inbox's news. False: nothing more will come for it. */
async function tellNews(
  { messages }: FollowDeps,
  link: LiveLink,
  follower: Follower,
  seat: Seat,
): Promise<boolean> {
  const { changed, extended, end } = seat.takeNews();
  if (extended && end === null) follower.extended(link, seat.expiresAt);
  if (end !== null) {
    follower.end(link, end);
    return false;
  }
  return changed ? follower.catchUp(messages, link) : true;
}

async function followAll(
  deps: FollowDeps,
  link: LiveLink,
  waiter: Waiter,
  followers: readonly Follower[],
): Promise<number> {
  const living = new Map(followers.map((follower, i) => [follower, waiter.seats[i]]));
  for (const follower of followers) {
    if (!(await follower.catchUp(deps.messages, link))) living.delete(follower);
  }
  link.send({ type: 'ready' });
  for (;;) {
    if (living.size === 0) return liveCloseCodes.allInboxesEnded;
    const wake = await waiter.next();
    if (wake !== 'news') return liveCloseCodes.shuttingDown;
    for (const [follower, seat] of living) {
      const goesOn = seat !== undefined && (await tellNews(deps, link, follower, seat));
      if (!goesOn) living.delete(follower);
    }
  }
}

/** Tells a client what happens in its inboxes for as long as one of them lives. Resolves with the code to close with. */
export async function followInboxes(
  deps: FollowDeps,
  link: LiveLink,
  hello: LiveHello,
): Promise<number> {
  const { followers, sessions } = await openAll(deps, link, hello);
  if (followers.length === 0) return liveCloseCodes.allInboxesEnded;
  const opened = await deps.waiters.open(sessions, { deadline: null, kind: 'webSocket' });
  if (!opened.ok) {
    for (const { index } of followers) link.send({ type: 'error', index, code: opened.code });
    return opened.code === 'shutting-down' ? liveCloseCodes.shuttingDown : 1013;
  }
  const { waiter } = opened;
  link.onGone(() => waiter.close());
  try {
    return await followAll(deps, link, waiter, followers);
  } finally {
    waiter.close();
  }
}
