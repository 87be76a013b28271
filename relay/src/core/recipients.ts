import type { EmailAddress, InboxId } from '@mayfly/shared/contract/inbox';
import { normalizeDomain, parseAddress } from './address.ts';
import { lookUpAddress } from './address-tag.ts';
import { judgeRecipient } from './admission.ts';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';
import type { Clock, InboxLimits, InboxRecord, Store } from './ports.ts';

export interface RecipientsDeps {
  readonly store: Pick<Store, 'findAddress'>;
  readonly keys: Keys;
  /** Ours, in A-label form. */
  readonly domains: readonly string[];
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

/** The address in its canonical form, or why nothing can be received for it. */
export function readForwardPath(
  path: string,
  domains: readonly string[],
): Outcome<{ address: EmailAddress }> {
  if (/[\u0000-\u001f\u007f-\u009f]/.test(path)) return { ok: false, code: 'recipient-invalid' };
  // RFC 5321 section 4.1.1.3: the only recipient that may come without a domain. It will reach the operator.
  if (/^postmaster$/i.test(path)) return { ok: false, code: 'recipient-unknown' };
  const at = path.lastIndexOf('@');
  const domain = at < 1 ? null : normalizeDomain(path.slice(at + 1));
  if (domain === null) return { ok: false, code: 'recipient-invalid' };
  if (!domains.includes(domain)) return { ok: false, code: 'relay-denied' };
  const parsed = parseAddress(path);
  // Well-formed, maybe, but no inbox of ours has such a name.
  if (parsed === null) return { ok: false, code: 'recipient-unknown' };
  return { ok: true, address: parsed.address };
}

export function createRecipients(deps: RecipientsDeps): Recipients {
  const { store, keys, domains, clock, limits } = deps;
  return {
    async admit(path, transaction) {
      const read = readForwardPath(path, domains);
      if (!read.ok) return read;
      const found = await lookUpAddress(store, keys, read.address);
      return judgeRecipient(found, { ...transaction, now: clock(), limits });
    },
  };
}
