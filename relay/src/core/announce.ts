import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Events, InboxSignal, Publisher } from './ports.ts';

export type Announce = (id: InboxId, signal: InboxSignal) => Promise<void>;

/**
 * Tells waiters of what is already written. When that fails the request has not: who waits looks at the store again
 * before long.
 */
export function createAnnounce(
  publisher: Pick<Publisher, 'publish'>,
  events: Pick<Events, 'fault'>,
): Announce {
  return async (id, signal) => {
    try {
      await publisher.publish(id, signal);
    } catch (error) {
      events.fault({ where: 'publish', error });
    }
  };
}
