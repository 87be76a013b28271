import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { CursorPlace } from './cursor.ts';
import type { ItemFilter } from './message-item.ts';
import type { MessagePage, Messages } from './messages.ts';
import type { Outcome } from './errors.ts';
import type { Clock, InboxRecord } from './ports.ts';
import type { Session } from './sessions.ts';
import type { Sleeper, TargetEnd, Wake } from './waiter.ts';
import type { Waiter, Waiters } from './waiters.ts';

export interface PollDeps {
  readonly messages: Pick<Messages, 'list'>;
  readonly waiters: Pick<Waiters, 'open'>;
  readonly clock: Clock;
}

/** What is asked of one inbox. */
export interface PollTarget {
  readonly session: Session;
  readonly after: CursorPlace;
}

interface Bounds {
  readonly limit: number;
  /** For all targets together. */
  readonly maxBytes: number;
  readonly has?: ItemFilter | undefined;
}

export interface PollOptions extends Bounds {
  readonly waitSeconds: number;
}

export type PollAnswer =
  | {
      readonly ok: true;
      readonly page: MessagePage;
      readonly expiresAt: number;
      readonly publicKey: string | null;
    }
  | { readonly ok: false; readonly code: ProblemCode; readonly next?: CursorPlace };

export type PollOutcome = Outcome<{
  readonly timedOut: boolean;
  /** One for each target, in their order. */
  readonly answers: readonly PollAnswer[];
}>;

/** Who asks. Thousands wait at a time, and an object is less than what a promise keeps in memory. */
export interface Asker {
  /** Called before anything else, when it has to wait, with what it closes when it goes away. */
  waits(waiter: Waiter): void;
  /** The answer, once. */
  told(outcome: PollOutcome): void;
  failed(error: unknown): void;
}

export const endCodes = {
  ended: 'not-found',
  revoked: 'token-invalid',
  'token-expired': 'token-expired',
} as const satisfies Record<TargetEnd, ProblemCode>;

function unchanged(after: CursorPlace, { expiresAt, publicKey }: InboxRecord): PollAnswer {
  const page = { items: [], next: after, more: true, bytes: 0 };
  return { ok: true, page, expiresAt, publicKey };
}

/** The questions of one client, and what is known of their answers. */
class Poll {
  readonly #messages: Pick<Messages, 'list'>;
  readonly #targets: readonly PollTarget[];
  readonly #bounds: Bounds;
  readonly answers: PollAnswer[];
  #rekeyed = false;

  constructor(messages: Pick<Messages, 'list'>, targets: readonly PollTarget[], bounds: Bounds) {
    this.#messages = messages;
    this.#targets = targets;
    this.#bounds = bounds;
    this.answers = targets.map(({ session, after }) => unchanged(after, session.inbox));
  }

  /** One inbox after the other, so that the bound on octets holds for all together; what is left out comes next time. */
  async look(due: readonly boolean[]): Promise<void> {
    const { limit, has, maxBytes } = this.#bounds;
    let left = maxBytes;
    for (const [i, { session }] of this.#targets.entries()) {
      const known = this.answers[i];
      if (known?.ok !== true || due[i] !== true || left <= 0) continue;
      const options = { limit, maxBytes: left, has };
      const outcome = await this.#messages.list(session.inbox, known.page.next, options);
      if (outcome.ok) left -= outcome.page.bytes;
      this.answers[i] = outcome.ok ? { ...known, page: outcome.page } : outcome;
    }
  }

  /** Takes over what the waiter was told. @returns which inboxes are to be looked at. */
  hear(waiter: Waiter): boolean[] {
    return waiter.seats.map((seat, i) => {
      const known = this.answers[i];
      const { changed, rekeyed, end } = seat.takeNews();
      const { expiresAt, publicKey } = seat;
      if (end !== null) this.answers[i] = { ok: false, code: endCodes[end] };
      else if (known?.ok === true) this.answers[i] = { ...known, expiresAt, publicKey };
      this.#rekeyed ||= rekeyed;
      return changed;
    });
  }

  tells(): boolean {
    const has = (answer: PollAnswer) => !answer.ok || answer.page.items.length > 0;
    return this.#rekeyed || this.answers.some(has);
  }
}

/** A poll that waits for news. Between two looks at the store nothing else is kept of it, no function that awaits. */
class HeldPoll implements Sleeper {
  readonly #poll: Poll;
  readonly #waiter: Waiter;
  readonly #asker: Asker;

  constructor(current: Poll, waiter: Waiter, asker: Asker) {
    this.#poll = current;
    this.#waiter = waiter;
    this.#asker = asker;
  }

  woken(wake: Wake): void {
    if (wake === 'news') void this.look(this.#poll.hear(this.#waiter));
    else this.#end(true);
  }

  async look(due: readonly boolean[]): Promise<void> {
    try {
      let next = due;
      do {
        await this.#poll.look(next);
        // A token that was revoked while the store was asked sees nothing of the answer.
        next = this.#poll.hear(this.#waiter);
      } while (!this.#poll.tells() && next.includes(true));
      if (this.#poll.tells()) this.#end(false);
      else this.#waiter.sleep(this);
    } catch (error) {
      this.#waiter.close();
      this.#asker.failed(error);
    }
  }

  /** @param timedOut whether the time was over before there was something to tell */
  #end(timedOut: boolean): void {
    this.#waiter.close();
    this.#asker.told({ ok: true, timedOut, answers: this.#poll.answers });
  }
}

/**
 * Tells the asker at once when something came after one of the cursors, else as soon as it does or the time is over.
 * Resolves when it was told or is waited for.
 */
export async function poll(
  { messages, waiters, clock }: PollDeps,
  targets: readonly PollTarget[],
  { waitSeconds, ...bounds }: PollOptions,
  asker: Asker,
): Promise<void> {
  const current = new Poll(messages, targets, bounds);
  const all = targets.map(() => true);
  if (waitSeconds === 0) {
    await current.look(all);
    return asker.told({ ok: true, timedOut: false, answers: current.answers });
  }
  const sessions = targets.map(({ session }) => session);
  const deadline = clock() + waitSeconds * 1000;
  const opened = await waiters.open(sessions, { deadline, kind: 'longPoll' });
  if (!opened.ok) return asker.told(opened);
  asker.waits(opened.waiter);
  await new HeldPoll(current, opened.waiter, asker).look(all);
}
