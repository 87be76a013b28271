import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { Outcome } from './errors.ts';
import type { InboxRecord } from './ports.ts';
import type { Recipients } from './recipients.ts';

/** More look-ups than any honest mail needs. */
const mostCandidates = 50;
/** The refusals that say most of where a mail was to go: an address that was ours once is likelier meant than one of others. */
const telling: readonly ProblemCode[] = [
  'recipient-expired',
  'inbox-full',
  'recipient-unknown',
  'relay-denied',
];

export interface Found {
  readonly inbox: InboxRecord;
  readonly recipient: string;
}

/** The first of the addresses that mail may come in for. */
export async function findRecipient(
  recipients: Recipients,
  candidates: readonly string[],
): Promise<Outcome<Found>> {
  const codes = new Set<ProblemCode>();
  for (const recipient of [...new Set(candidates)].slice(0, mostCandidates)) {
    const admitted = await recipients.admit(recipient, { announcedBytes: 0, chosen: null });
    if (admitted.ok) return { ok: true, inbox: admitted.inbox, recipient };
    codes.add(admitted.code);
  }
  const code = telling.find((each) => codes.has(each)) ?? 'recipient-invalid';
  return { ok: false, code };
}
