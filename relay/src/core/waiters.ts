import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Outcome } from './errors.ts';
import type { Clock, Events, Publisher, Store } from './ports.ts';

export interface WaitersDeps {
  readonly publisher: Pick<Publisher, 'subscribe'>;
  readonly store: Pick<Store, 'findInbox'>;
  readonly clock: Clock;
  readonly events: Pick<Events, 'waitersChanged'>;
  readonly limits: { readonly waitersPerInbox: number };
  /** Calls back every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

/** What is waited on: an inbox, opened with a token. */
export interface WaitTarget {
  readonly inbox: { readonly id: InboxId; readonly expiresAt: number };
  readonly jti: string;
  readonly tokenExpiresAt: number;
}

/** Why nothing more comes for a target. */
export type TargetEnd = 'ended' | 'revoked' | 'token-expired';

export interface Seat {
  readonly expiresAt: number;
  takeNews(): {
    readonly changed: boolean;
    readonly extended: boolean;
    readonly end: TargetEnd | null;
  };
}

export interface Waiter {
  /** In the order of the targets. */
  readonly seats: readonly Seat[];
  next(): Promise<'news' | 'deadline' | 'gone' | 'shutdown'>;
  /** Gives the places free and ends a `next` with `gone`. */
  close(): void;
}

export interface Waiters {
  readonly size: number;
  /** Subscribes; what is looked up after it resolved cannot be missed. */
  open(
    targets: readonly WaitTarget[],
    options: { readonly deadline: number | null; readonly kind: 'longPoll' | 'webSocket' },
  ): Promise<Outcome<{ waiter: Waiter }>>;
  /** Looks who is due; called by the timer. */
  tick(): void;
  /** Answers all waiters; later ones get `shutting-down`. */
  shutDown(): void;
}

export declare function createWaiters(deps: WaitersDeps): Waiters;
