import { emailAddressSchema, type InboxId, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { InboxRecord, InboxSignal } from '../src/core/ports.ts';
import { createWaiters, type Waiter, type WaitTarget } from '../src/core/waiters.ts';

export const idOf = (letter: string) =>
  inboxIdSchema.parse(`${'a'.repeat(16)}-${letter.repeat(16).slice(0, 16)}`);
export const worldStart = 1_800_000_000_000;
export const minute = 60_000;

function recordOf(id: InboxId, expiresAt: number): InboxRecord {
  const address = emailAddressSchema.parse('anna@mayfly.test');
  const createdAt = worldStart;
  return {
    id,
    address,
    createdAt,
    expiresAt,
    maxExpiresAt: expiresAt,
    publicKey: null,
    accessId: null,
  };
}

/** What waiters see of the outside: inboxes, signals, time, and a fault of all of them on demand. */
class Outside {
  now = worldStart;
  /** By so much somebody set the clock. */
  setBy = 0;
  broken = false;
  readonly inboxes = new Map<InboxId, { expiresAt: number; revoked: string[] }>();
  readonly listeners = new Map<InboxId, (signal: InboxSignal) => void>();
  readonly timers = new Set<() => void>();
  readonly held: object[] = [];
  /** The inboxes that were looked up. */
  readonly looks: InboxId[] = [];

  async subscribe(id: InboxId, listener: (signal: InboxSignal) => void) {
    if (this.broken) throw new Error('down');
    if (this.listeners.has(id)) throw new Error('subscribed twice');
    this.listeners.set(id, listener);
    return () => void this.listeners.delete(id);
  }

  async findInbox(id: InboxId) {
    this.looks.push(id);
    if (this.broken) throw new Error('down');
    const found = this.inboxes.get(id);
    if (found === undefined || found.expiresAt <= this.now + this.setBy) return null;
    const inbox = recordOf(id, found.expiresAt);
    return { inbox, usage: { messages: 0, bytes: 0 }, revoked: new Set(found.revoked) };
  }

  every(run: () => void) {
    this.timers.add(run);
    return () => void this.timers.delete(run);
  }
}

/** Waiters in an outside world whose clock and timers stand still. */
export function createWorld(waitersPerInbox = 5) {
  const outside = new Outside();
  const waiters = createWaiters({
    clock: () => outside.now + outside.setBy,
    steady: () => outside.now,
    limits: { waitersPerInbox },
    events: { waitersChanged: (counts) => void outside.held.push(counts) },
    every: (_milliseconds, run) => outside.every(run),
    publisher: { subscribe: (id, listener) => outside.subscribe(id, listener) },
    store: { findInbox: (id) => outside.findInbox(id) },
  });
  return {
    waiters,
    outside,
    /** An inbox of an hour, opened with a token of its own. */
    target(letter: string, more: Partial<WaitTarget> = {}): WaitTarget {
      const id = idOf(letter);
      const expiresAt = worldStart + 60 * minute;
      if (!outside.inboxes.has(id)) outside.inboxes.set(id, { expiresAt, revoked: [] });
      const token = { jti: letter.repeat(16), tokenExpiresAt: expiresAt };
      return { inbox: { id, expiresAt, publicKey: null }, ...token, ...more };
    },
    signal: (letter: string, signal: InboxSignal) => outside.listeners.get(idOf(letter))?.(signal),
    async open(targets: WaitTarget[], deadline: number | null = null): Promise<Waiter> {
      const opened = await waiters.open(targets, { deadline, kind: 'longPoll' });
      if (!opened.ok) throw new Error(opened.code);
      return opened.waiter;
    },
    async pass(milliseconds: number) {
      outside.now += milliseconds;
      for (const run of [...outside.timers]) run();
      // The looks at the store are promises that have resolved already.
      for (let i = 0; i < 5; i += 1) await Promise.resolve();
    },
  };
}
