import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { InboxSignal, Publisher } from '../core/ports.ts';

type Listener = (signal: InboxSignal) => void;

/** Wakes waiters inside this process. */
export function createLocalPublisher(): Publisher {
  // Never changed but replaced: a listener that leaves while it is told does not shorten the round. Most inboxes have one
  // listener, and thousands of them are less in lists than in sets.
  const listeners = new Map<InboxId, readonly Listener[]>();

  function leave(id: InboxId, listener: Listener): void {
    const all = listeners.get(id) ?? [];
    const at = all.indexOf(listener);
    if (at === -1) return;
    if (all.length === 1) listeners.delete(id);
    else listeners.set(id, all.toSpliced(at, 1));
  }

  return {
    publish(id, signal) {
      for (const listener of listeners.get(id) ?? []) listener(signal);
      return Promise.resolve();
    },
    subscribe(id, listener) {
      listeners.set(id, [...(listeners.get(id) ?? []), listener]);
      let left = false;
      return Promise.resolve(() => {
        if (!left) leave(id, listener);
        left = true;
      });
    },
    close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
