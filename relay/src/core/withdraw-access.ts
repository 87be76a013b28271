import { createAnnounce } from './announce.ts';
import type { Events, Publisher, Store } from './ports.ts';

export interface WithdrawDeps {
  readonly store: Pick<Store, 'deleteAccess' | 'listInboxesOf' | 'deleteInbox'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly events: Pick<Events, 'inboxEnded' | 'fault'>;
}

/**
 * Withdraws an access and ends the inboxes made with it. Done again after it was broken off, it ends those that are
 * left, though the access itself is gone.
 */
export async function withdrawAccess(
  { store, publisher, events }: WithdrawDeps,
  accessId: string,
): Promise<{ readonly wasThere: boolean; readonly ended: number }> {
  const announce = createAnnounce(publisher, events);
  const wasThere = await store.deleteAccess(accessId);
  let ended = 0;
  for (;;) {
    // Whoever was let in a moment before may have made another one meanwhile.
    const inboxes = await store.listInboxesOf(accessId);
    if (inboxes.length === 0) return { wasThere, ended };
    for (const inbox of inboxes) {
      if (!(await store.deleteInbox(inbox))) continue;
      ended += 1;
      events.inboxEnded({ inbox, reason: 'deleted' });
      await announce(inbox, { kind: 'ended' });
    }
  }
}
