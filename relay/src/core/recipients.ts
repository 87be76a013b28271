import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import { judgeRecipient } from './admission.ts';
import type { Outcome } from './errors.ts';
import type { AddressTag, Clock, InboxLimits, InboxRecord, Store } from './ports.ts';

export interface RecipientsDeps {
  readonly store: Pick<Store, 'findAddress'>;
  readonly clock: Clock;
  readonly limits: InboxLimits;
  /** Canonical form of a forward-path at one of our domains, or why it is none. */
  readonly readAddress: (path: string) => Outcome<{ address: EmailAddress }>;
  readonly tagOf: (address: EmailAddress) => AddressTag;
}

export interface Recipients {
  /** Whether mail for this forward-path may come in now. Rejects with `store-unavailable` when nobody can say. */
  admit(
    path: string,
    transaction: { readonly announcedBytes: number; readonly chosen: InboxId | null },
  ): Promise<Outcome<{ inbox: InboxRecord }>>;
}

export function createRecipients(deps: RecipientsDeps): Recipients {
  const { store, clock, limits, readAddress, tagOf } = deps;
  return {
    async admit(path, transaction) {
      const read = readAddress(path);
      if (!read.ok) return read;
      const found = await store.findAddress(tagOf(read.address));
      return judgeRecipient(found, { ...transaction, now: clock(), limits });
    },
  };
}
