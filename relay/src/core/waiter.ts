import type { InboxId } from '@mayfly/shared/contract/inbox';

export type WaiterKind = 'longPoll' | 'webSocket';

/** Why nothing more comes for a target. */
export type TargetEnd = 'ended' | 'revoked' | 'token-expired';

type Wake = 'news' | 'deadline' | 'gone' | 'shutdown';

/** All who wait on one inbox share one subscription. */
export interface Room {
  readonly id: InboxId;
  readonly seats: Set<HeldSeat>;
  expiresAt: number;
  nextLookAt: number;
  looking: boolean;
  /** Resolves, with what ends it, once no signal can be missed. */
  readonly ready: Promise<() => void>;
}

/** A waiter's place at one inbox. Thousands are held at a time: plain fields, no closures, no timers. */
export class HeldSeat {
  readonly room: Room;
  readonly jti: string;
  readonly tokenExpiresAt: number;
  readonly #waiter: HeldWaiter;
  #changed = false;
  #extended = false;
  #end: TargetEnd | null = null;

  constructor(waiter: HeldWaiter, room: Room, token: { jti: string; tokenExpiresAt: number }) {
    this.#waiter = waiter;
    this.room = room;
    this.jti = token.jti;
    this.tokenExpiresAt = token.tokenExpiresAt;
    room.seats.add(this);
  }

  get expiresAt(): number {
    return this.room.expiresAt;
  }

  takeNews() {
    const news = { changed: this.#changed, extended: this.#extended, end: this.#end };
    this.#changed = false;
    this.#extended = false;
    return news;
  }

  noteChanged(): void {
    this.#changed = true;
    this.#wake();
  }

  noteExtended(): void {
    this.#extended = true;
    this.#wake();
  }

  end(end: TargetEnd): void {
    if (this.#end !== null) return;
    this.#wake();
    this.#end = end;
  }

  /** Who was told of the end needs to hear no more. */
  #wake(): void {
    if (this.#end === null) this.#waiter.wake('news');
  }
}

export class HeldWaiter {
  readonly seats: HeldSeat[] = [];
  /** Milliseconds since 1970; null waits until closed. */
  readonly deadline: number | null;
  readonly kind: WaiterKind;
  readonly #release: (waiter: HeldWaiter) => void;
  #resolve: ((wake: Wake) => void) | null = null;
  #pending: Wake | null = null;

  constructor(deadline: number | null, kind: WaiterKind, release: (waiter: HeldWaiter) => void) {
    this.deadline = deadline;
    this.kind = kind;
    this.#release = release;
  }

  next(): Promise<Wake> {
    const pending = this.#pending;
    if (pending === null) return new Promise((resolve) => (this.#resolve = resolve));
    if (pending === 'news') this.#pending = null;
    return Promise.resolve(pending);
  }

  /** The first wake that is no news stays. */
  wake(wake: Wake): void {
    if (this.#pending === null || this.#pending === 'news') this.#pending = wake;
    const resolve = this.#resolve;
    if (resolve === null) return;
    this.#resolve = null;
    if (this.#pending === 'news') this.#pending = null;
    resolve(wake);
  }

  close(): void {
    this.#release(this);
    this.wake('gone');
  }
}
