import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Outcome } from './errors.ts';
import type { Clock, Events, InboxSignal, Publisher, Store } from './ports.ts';
import {
  HeldSeat,
  HeldWaiter,
  type Room,
  type Sleeper,
  type TargetEnd,
  type WaiterKind,
} from './waiter.ts';

export interface WaitersDeps {
  readonly publisher: Pick<Publisher, 'subscribe'>;
  readonly store: Pick<Store, 'findInbox'>;
  /** For the ends of inboxes and tokens. */
  readonly clock: Clock;
  /** For lengths of time: one that nobody sets. */
  readonly steady: Clock;
  readonly events: Pick<Events, 'waitersChanged'>;
  readonly limits: { readonly waitersPerInbox: number };
  /** Calls back every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

/** What is waited on: an inbox, opened with a token. */
export interface WaitTarget {
  readonly inbox: {
    readonly id: InboxId;
    readonly expiresAt: number;
    readonly publicKey: string | null;
  };
  readonly jti: string;
  readonly tokenExpiresAt: number;
}

export interface Seat {
  /** When the inbox ends, as far as is known now. */
  readonly expiresAt: number;
  /** To which its mail is sealed, as far as is known now. */
  readonly publicKey: string | null;
  /** What happened since it was taken last. After an `end` nothing more comes. */
  takeNews(): {
    readonly changed: boolean;
    readonly extended: boolean;
    readonly rekeyed: boolean;
    readonly end: TargetEnd | null;
  };
}

export interface Waiter {
  /** In the order of the targets. */
  readonly seats: readonly Seat[];
  /** Wakes the sleeper once: soon when something happened since the last time, else when it does. All but `news` stay for good. */
  sleep(sleeper: Sleeper): void;
  /** Gives the places free and wakes with `gone`. */
  close(): void;
}

export interface Waiters {
  /**
   * Subscribes: no message that comes after it resolved is missed. A token revoked in the very moment before is
   * noticed at the next look at the store.
   */
  open(
    targets: readonly WaitTarget[],
    options: { readonly deadline: number | null; readonly kind: WaiterKind },
  ): Promise<Outcome<{ waiter: Waiter }>>;
  /** Answers all waiters; later ones get `shutting-down`. */
  shutDown(): void;
}

/** Thousands of long-polls end every few seconds: in small portions, so that a message never waits behind many. */
const deadlineMs = 50;
const roundMs = 250;
/** Signals arrive at most once, so the store is looked at again this often. */
const lookMs = 5000;
/**
 * How many inboxes are looked at in one round. Above a thousand inboxes each gets its look later than that: thousands
 * of looks a second would hold up the mail itself.
 */
const looksPerRound = 50;

class AllWaiters implements Waiters {
  readonly #deps: WaitersDeps;
  /** Those looked at longest ago come first. */
  readonly #rooms = new Map<InboxId, Room>();
  readonly #waiters = new Set<HeldWaiter>();
  readonly #held: Record<WaiterKind, number> = { longPoll: 0, webSocket: 0 };
  #stopTimers: (() => void)[] = [];
  #closed = false;

  constructor(deps: WaitersDeps) {
    this.#deps = deps;
  }

  async open(
    targets: readonly WaitTarget[],
    { deadline, kind }: { deadline: number | null; kind: WaiterKind },
  ): Promise<Outcome<{ waiter: Waiter }>> {
    if (this.#closed) return { ok: false, code: 'shutting-down' };
    const waiter = new HeldWaiter(deadline, kind, this);
    this.#waiters.add(waiter);
    this.#count(kind, 1);
    if (this.#waiters.size === 1) this.#startTimers();
    for (const target of targets) {
      const room = this.#enter(target);
      if (room.seats.size >= this.#deps.limits.waitersPerInbox) {
        waiter.close();
        return { ok: false, code: 'too-many-waiters' };
      }
      waiter.seats.push(new HeldSeat(waiter, room, target));
    }
    try {
      for (const { room } of waiter.seats) await room.ready;
    } catch (error) {
      waiter.close();
      throw error;
    }
    return { ok: true, waiter };
  }

  shutDown(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.wake('shutdown');
  }

  #startTimers(): void {
    const { every } = this.#deps;
    this.#stopTimers = [
      every(deadlineMs, () => this.#wakeDue()),
      every(roundMs, () => this.#goRound()),
    ];
  }

  #wakeDue(): void {
    const now = this.#deps.steady();
    for (const waiter of this.#waiters) {
      if (waiter.deadline !== null && now >= waiter.deadline) waiter.wake('deadline');
    }
  }

  /** Looks which inboxes and tokens have ended, and which inboxes are to be looked up. */
  #goRound(): void {
    const [now, steadyNow] = [this.#deps.clock(), this.#deps.steady()];
    const due: Room[] = [];
    let looks = looksPerRound;
    for (const room of this.#rooms.values()) {
      for (const seat of room.seats) {
        if (now >= seat.tokenExpiresAt && room.expiresAt > seat.tokenExpiresAt)
          seat.end('token-expired');
      }
      if (room.looking) continue;
      if (now >= room.expiresAt) due.push(room);
      else if (steadyNow >= room.nextLookAt && looks > 0) {
        looks -= 1;
        due.push(room);
      }
    }
    for (const room of due) void this.#look(room, now);
  }

  #enter({ inbox }: WaitTarget): Room {
    const known = this.#rooms.get(inbox.id);
    if (known !== undefined) return known;
    const room: Room = {
      id: inbox.id,
      seats: new Set(),
      expiresAt: inbox.expiresAt,
      publicKey: inbox.publicKey,
      nextLookAt: this.#deps.steady() + lookMs,
      looking: false,
      ready: this.#deps.publisher.subscribe(inbox.id, (signal) => hear(room, signal)),
    };
    this.#rooms.set(inbox.id, room);
    return room;
  }

  release(waiter: HeldWaiter): void {
    if (!this.#waiters.delete(waiter)) return;
    this.#count(waiter.kind, -1);
    for (const seat of waiter.seats) {
      seat.room.seats.delete(seat);
      if (seat.room.seats.size === 0) this.#leave(seat.room);
    }
    if (this.#waiters.size > 0) return;
    for (const stop of this.#stopTimers) stop();
    this.#stopTimers = [];
  }

  #leave(room: Room): void {
    if (!this.#rooms.delete(room.id)) return;
    // Whoever opened the room has been told already when subscribing failed.
    room.ready.then(
      (unsubscribe) => unsubscribe(),
      () => {},
    );
  }

  /** The safety net for signals that were lost: is the inbox there, until when, and who may still watch it? */
  async #look(room: Room, now: number): Promise<void> {
    room.looking = true;
    room.nextLookAt = this.#deps.steady() + lookMs;
    this.#rooms.delete(room.id);
    this.#rooms.set(room.id, room);
    try {
      const found = await this.#deps.store.findInbox(room.id);
      const expiresAt = found?.inbox.expiresAt ?? 0;
      if (expiresAt <= now) hear(room, { kind: 'ended' });
      else if (expiresAt !== room.expiresAt) hear(room, { kind: 'extended', expiresAt });
      const publicKey = found?.inbox.publicKey ?? null;
      if (publicKey !== room.publicKey) hear(room, { kind: 'rekeyed', publicKey });
      for (const jti of found?.revoked ?? []) hear(room, { kind: 'revoked', jti });
      for (const seat of room.seats) seat.noteChanged();
    } catch {
      // The store is down: whoever asks it will say so, and the next look comes.
    } finally {
      room.looking = false;
    }
  }

  #count(kind: WaiterKind, step: 1 | -1): void {
    this.#held[kind] += step;
    this.#deps.events.waitersChanged({ [kind]: this.#held[kind] });
  }
}

function hear(room: Room, signal: InboxSignal): void {
  if (signal.kind === 'extended') room.expiresAt = signal.expiresAt;
  if (signal.kind === 'rekeyed') room.publicKey = signal.publicKey;
  for (const seat of room.seats) {
    if (signal.kind === 'changed') seat.noteChanged();
    else if (signal.kind === 'extended') seat.noteExtended();
    else if (signal.kind === 'rekeyed') seat.noteRekeyed();
    else if (signal.kind === 'ended') seat.end('ended');
    else if (signal.jti === seat.jti) seat.end('revoked');
  }
}

export function createWaiters(deps: WaitersDeps): Waiters {
  return new AllWaiters(deps);
}
