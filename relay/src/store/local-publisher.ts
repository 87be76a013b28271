import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { InboxSignal, Publisher } from '../core/ports.ts';

type Listener = (signal: InboxSignal) => void;

/** Wakes waiters inside this process. */
export function createLocalPublisher(): Publisher {
  const listeners = new Map<InboxId, Set<Listener>>();
  return {
    publish(id, signal) {
      // A copy: a listener that leaves while it is told must not shorten the round.
      for (const listener of [...(listeners.get(id) ?? [])]) listener(signal);
      return Promise.resolve();
    },
    subscribe(id, listener) {
      // One of its own for each subscription, so that the same function may subscribe twice.
      const own: Listener = (signal) => listener(signal);
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(own));
      return Promise.resolve(() => {
        all.delete(own);
        if (all.size === 0 && listeners.get(id) === all) listeners.delete(id);
      });
    },
    close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
