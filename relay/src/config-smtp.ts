import { numberFields, textFields } from './config-fields.ts';
import { normalizeDomain, normalizeLocalPart } from './core/address.ts';

type Fault = (name: string, message: string) => void;

/** A local part, or an address at one of the domains; the local part counts at each of them. */
export function readOperatorInbox(raw: string, domains: readonly string[], fault: Fault): string {
  const [local = '', domain] = raw.split('@', 2);
  const name = normalizeLocalPart(local);
  const isOurs = domain === undefined || domains.includes(normalizeDomain(domain) ?? '');
  if (name !== null && isOurs && !local.includes('+')) return name;
  fault(
    textFields.operatorInbox.name,
    `must be a local part, or an address at one of ${textFields.domains.name}, not "${raw}"`,
  );
  return textFields.operatorInbox.fallback;
}

/** Our own headers, and some of the octets that stay while the oldest messages go. */
const spare = 100_000;

/** The largest message must fit into the operator's mailbox, or it could not take it whatever goes. */
export function checkOperatorRoom(
  numbers: { readonly operatorBytes: number; readonly messageBytes: number },
  fault: Fault,
) {
  if (numbers.operatorBytes >= numbers.messageBytes + spare) return;
  fault(
    numberFields.operatorBytes.name,
    `must leave room for a message of ${numberFields.messageBytes.name} and ${spare} octets more`,
  );
}
