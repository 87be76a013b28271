import {
  liveCloseCodes,
  type LiveEvent,
  type LiveHello,
} from '@mayfly/shared/contract/stream-event';
import { type CursorPlace, encodeCursor } from '../core/cursor.ts';
import type { PlacedItem } from '../core/message-item.ts';
import { endCodes, type PollTarget } from '../core/poll.ts';
import type { InboxRecord } from '../core/ports.ts';
import type { Sleeper, Wake } from '../core/waiter.ts';
import type { Seat, Waiter } from '../core/waiters.ts';
import { defaultPageLimit, type HttpDeps } from './deps.ts';
import { openWatched } from './watch.ts';

/** One client, as seen by who has news for it. */
export interface LiveLink {
  send(event: LiveEvent): void;
  /** Resolves when the client has taken what was sent, or is gone. */
  flushed(): Promise<void>;
  /** Nothing more is to be told. */
  close(code: number): void;
  fail(error: unknown): void;
  /** Closes the waiter when the client goes away, and at once when it has gone. */
  closeWithClient(waiter: Waiter): void;
  readonly noteWrongToken: () => void;
}

type FollowDeps = Pick<HttpDeps, 'sessions' | 'messages' | 'waiters'>;

/** Not in the contract's list: the relay could not go on, and the client should come back (RFC 6455 registry). */
export const tryAgainLater = 1013;

/** Sent before the next is read, so that a slow reader holds this much of the store's content in memory. */
const pageBytes = 1_000_000;

const typeOf = { new: 'message', updated: 'updated', deleted: 'deleted' } as const;

interface LivingTarget {
  /** Its place in what the client asked for. */
  readonly index: number;
  readonly target: PollTarget;
}

/** One inbox of one client. */
class Follower {
  readonly #index: number;
  readonly #seat: Seat;
  readonly #inbox: InboxRecord;
  #place: CursorPlace;

  constructor({ index, target }: LivingTarget, seat: Seat) {
    this.#index = index;
    this.#seat = seat;
    this.#inbox = target.session.inbox;
    this.#place = target.after;
  }

  /** Tells what happened. False: nothing more will come for this inbox. */
  async tellNews(messages: HttpDeps['messages'], link: LiveLink): Promise<boolean> {
    const { changed, extended, rekeyed, end } = this.#seat.takeNews();
    if ((extended || rekeyed) && end === null) this.#tellInbox(link);
    if (end !== null) {
      this.#end(link, end);
      return false;
    }
    return changed ? this.catchUp(messages, link) : true;
  }

  /** Sends what came after its place. False: nothing more will come for this inbox. */
  async catchUp(messages: HttpDeps['messages'], link: LiveLink): Promise<boolean> {
    for (;;) {
      const options = { limit: defaultPageLimit, maxBytes: pageBytes };
      const outcome = await messages.list(this.#inbox, this.#place, options);
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

  #tellInbox(link: LiveLink): void {
    const { publicKey } = this.#seat;
    const expiresAt = new Date(this.#seat.expiresAt).toISOString();
    link.send({ type: 'inbox', index: this.#index, inbox: this.#inbox.id, expiresAt, publicKey });
  }

  #end(link: LiveLink, end: keyof typeof endCodes): void {
    const index = this.#index;
    if (end === 'ended') link.send({ type: 'expired', index, inbox: this.#inbox.id });
    else link.send({ type: 'error', index, code: endCodes[end] });
  }

  #sendItem(link: LiveLink, { item, place }: PlacedItem): void {
    const inbox = this.#inbox.id;
    const next = encodeCursor(inbox, place);
    link.send({ type: typeOf[item.change], index: this.#index, inbox, item, next });
  }

  #refuse(
    link: LiveLink,
    refusal:
      | { code: 'not-found' | 'filter-needs-plain' }
      | { code: 'cursor-expired'; next: CursorPlace },
  ): void {
    if (refusal.code === 'not-found') return this.#end(link, 'ended');
    const { code } = refusal;
    const next =
      code === 'cursor-expired' ? { next: encodeCursor(this.#inbox.id, refusal.next) } : {};
    link.send({ type: 'error', index: this.#index, code, ...next });
  }
}

/** Opens what the client asks for, and tells it what cannot be. */
async function openAll(
  { sessions }: FollowDeps,
  link: LiveLink,
  { watch }: LiveHello,
): Promise<LivingTarget[]> {
  const opened = await Promise.all(watch.map((one) => openWatched(sessions, one)));
  const living: LivingTarget[] = [];
  for (const [index, one] of opened.entries()) {
    if (one.ok) {
      living.push({ index, target: one.target });
    } else {
      if (one.code === 'token-invalid') link.noteWrongToken();
      link.send({ type: 'error', index, code: one.code });
    }
  }
  return living;
}

/** What a client follows. Between two news nothing else is kept of it, no function that awaits. */
class Following implements Sleeper {
  readonly #messages: HttpDeps['messages'];
  readonly #link: LiveLink;
  readonly #waiter: Waiter;
  #followers: readonly Follower[];

  constructor(
    messages: HttpDeps['messages'],
    link: LiveLink,
    { waiter, living }: { waiter: Waiter; living: readonly LivingTarget[] },
  ) {
    this.#messages = messages;
    this.#link = link;
    this.#waiter = waiter;
    this.#followers = waiter.seats.flatMap((seat, i) => {
      const target = living[i];
      return target === undefined ? [] : [new Follower(target, seat)];
    });
  }

  begin(): Promise<void> {
    return this.#go(async () => {
      await this.#ask((follower) => follower.catchUp(this.#messages, this.#link));
      this.#link.send({ type: 'ready' });
    });
  }

  woken(wake: Wake): void {
    if (wake === 'news') {
      void this.#go(() => this.#ask((follower) => follower.tellNews(this.#messages, this.#link)));
    } else {
      this.#link.close(liveCloseCodes.shuttingDown);
      this.#waiter.close();
    }
  }

  /** One inbox after the other; those of which nothing more comes are left out from here on. */
  async #ask(goesOn: (follower: Follower) => Promise<boolean>): Promise<void> {
    const living: Follower[] = [];
    for (const follower of this.#followers) if (await goesOn(follower)) living.push(follower);
    this.#followers = living;
  }

  async #go(tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
      if (this.#followers.length > 0) return this.#waiter.sleep(this);
      this.#link.close(liveCloseCodes.allInboxesEnded);
    } catch (error) {
      this.#link.fail(error);
    }
    this.#waiter.close();
  }
}

/**
 * Tells a client what happens in its inboxes for as long as one of them lives. Resolves when it was told what there is
 * already; the rest comes by itself.
 */
export async function followInboxes(
  deps: FollowDeps,
  link: LiveLink,
  hello: LiveHello,
): Promise<void> {
  const living = await openAll(deps, link, hello);
  if (living.length === 0) return link.close(liveCloseCodes.allInboxesEnded);
  const sessions = living.map(({ target }) => target.session);
  const opened = await deps.waiters.open(sessions, { deadline: null, kind: 'webSocket' });
  if (!opened.ok) {
    for (const { index } of living) link.send({ type: 'error', index, code: opened.code });
    const { shuttingDown } = liveCloseCodes;
    return link.close(opened.code === 'shutting-down' ? shuttingDown : tryAgainLater);
  }
  const { waiter } = opened;
  link.closeWithClient(waiter);
  await new Following(deps.messages, link, { waiter, living }).begin();
}
