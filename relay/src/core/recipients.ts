import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import { normalizeDomain, parseAddress } from './address.ts';
import { lookUpAddress } from './address-tag.ts';
import { judgeRecipient } from './admission.ts';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';
import { operatorInboxId, type OperatorMailbox } from './operator-mailbox.ts';
import type { Clock, InboxLimits, InboxRecord, Store } from './ports.ts';

/** Where mail may go. */
export interface MailPlaces {
  /** Ours, in A-label form. */
  readonly domains: readonly string[];
  /** The relay's own name, at which the operator alone can be reached. */
  readonly hostname: string;
  /** The local parts that reach the operator. */
  readonly operatorNames: ReadonlySet<string>;
}

export interface RecipientsDeps {
  readonly store: Pick<Store, 'findAddress'>;
  readonly keys: Keys;
  readonly places: MailPlaces;
  readonly operator: OperatorMailbox;
  readonly clock: Clock;
  readonly limits: InboxLimits;
}

export interface Recipients {
  /** Whether mail for this forward-path may come in now. Rejects with `store-unavailable` when nobody can say. */
  admit(
    path: string,
    transaction: { readonly announcedBytes: number; readonly chosen: InboxId | null },
  ): Promise<Outcome<{ inbox: InboxRecord }>>;
}

type Destination =
  | { readonly to: 'operator' }
  | { readonly to: 'inbox'; readonly address: EmailAddress };

/** Whom the forward-path names, in the form in which this relay compares it, or why nothing can be received for it. */
export function readForwardPath(path: string, places: MailPlaces): Outcome<Destination> {
  const { domains, hostname, operatorNames } = places;
  if (/[\u0000-\u001f\u007f-\u009f]/.test(path)) return { ok: false, code: 'recipient-invalid' };
  // RFC 5321 section 4.1.1.3: the only recipient that may come without a domain.
  if (/^postmaster$/i.test(path)) return { ok: true, to: 'operator' };
  const at = path.lastIndexOf('@');
  const domain = at < 1 ? null : normalizeDomain(path.slice(at + 1));
  if (domain === null) return { ok: false, code: 'recipient-invalid' };
  const parsed = parseAddress(path);
  const isOurs = domains.includes(domain);
  const isOperator = parsed !== null && operatorNames.has(parsed.localPart);
  if (isOperator && (isOurs || domain === hostname)) return { ok: true, to: 'operator' };
  if (!isOurs) return { ok: false, code: 'relay-denied' };
  // Well-formed, maybe, but no inbox of ours has such a name.
  if (parsed === null) return { ok: false, code: 'recipient-unknown' };
  return { ok: true, to: 'inbox', address: parsed.address };
}

export function createRecipients(deps: RecipientsDeps): Recipients {
  const { store, keys, places, operator, clock, limits } = deps;
  return {
    async admit(path, transaction) {
      const read = readForwardPath(path, places);
      if (!read.ok) return read;
      if (read.to === 'operator') {
        // Never full: what is old in it goes when it is.
        const isOther = transaction.chosen !== null && transaction.chosen !== operatorInboxId;
        if (isOther) return { ok: false, code: 'one-inbox-per-transaction' };
        return { ok: true, inbox: await operator.open() };
      }
      const found = await lookUpAddress(store, keys, read.address);
      return judgeRecipient(found, { ...transaction, now: clock(), limits });
    },
  };
}
