import type { InboxId } from '@mayfly/shared/contract/inbox';

export type WaiterKind = 'longPoll' | 'webSocket';

/** Why nothing more comes for a target. */
export type TargetEnd = 'ended' | 'revoked' | 'token-expired';

export type Wake = 'news' | 'deadline' | 'gone' | 'shutdown';

/** All who wait on one inbox share one subscription. */
export interface Room {
  readonly id: InboxId;
  readonly seats: Set<HeldSeat>;
  expiresAt: number;
  publicKey: string | null;
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
  #rekeyed = false;
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

  get publicKey(): string | null {
    return this.room.publicKey;
  }

  takeNews() {
    const news = {
      changed: this.#changed,
      extended: this.#extended,
      rekeyed: this.#rekeyed,
      end: this.#end,
    };
    this.#changed = false;
    this.#extended = false;
    this.#rekeyed = false;
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

  noteRekeyed(): void {
    this.#rekeyed = true;
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

/**
 * Who waits. An object, no function and no promise: thousands are held at a time, and each of those would keep more than
 * itself in memory.
 */
export interface Sleeper {
  woken(wake: Wake): void;
}

interface Holder {
  release(waiter: HeldWaiter): void;
}

export class HeldWaiter {
  readonly seats: HeldSeat[] = [];
  /** Milliseconds since 1970; null waits until closed. */
  readonly deadline: number | null;
  readonly kind: WaiterKind;
  readonly #holder: Holder;
  #sleeper: Sleeper | null = null;
  #pending: Wake | null = null;

  constructor(deadline: number | null, kind: WaiterKind, holder: Holder) {
    this.deadline = deadline;
    this.kind = kind;
    this.#holder = holder;
  }

  sleep(sleeper: Sleeper): void {
    this.#sleeper = sleeper;
    this.#tell();
  }

  /** The first wake that is no news stays. */
  wake(wake: Wake): void {
    if (this.#pending === null || this.#pending === 'news') this.#pending = wake;
    this.#tell();
  }

  close(): void {
    this.#holder.release(this);
    this.wake('gone');
  }

  #tell(): void {
    const [sleeper, wake] = [this.#sleeper, this.#pending];
    if (sleeper === null || wake === null) return;
    this.#sleeper = null;
    if (wake === 'news') this.#pending = null;
    // Later: all that happens at one moment is one wake, and whoever tells many is not held up by one.
    queueMicrotask(() => sleeper.woken(wake));
  }
}
