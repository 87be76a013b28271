import { numberFields, textFields } from './config-fields.ts';
import { readList } from './config-list.ts';
import { normalizeDomain, normalizeLocalPart } from './core/address.ts';

type Fault = (name: string, message: string) => void;

/** What the reception of mail is told, apart from its limits. */
export interface ReceptionConfig {
  /** The local part of the operator's own address. */
  readonly operatorInbox: string;
  /** The PEM files; null: STARTTLS is not offered. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Addresses and networks whose connections begin with a PROXY header. */
  readonly smtpProxies: readonly string[];
  /** Addresses and networks that may use XCLIENT. */
  readonly smtpXclients: readonly string[];
}

/** A local part, or an address at one of the domains; the local part counts at each of them. */
function readOperatorInbox(raw: string, domains: readonly string[], fault: Fault): string {
  const [local = '', domain, ...more] = raw.split('@');
  const name = normalizeLocalPart(local);
  const isOurs = domain === undefined || domains.includes(normalizeDomain(domain) ?? '');
  if (name !== null && isOurs && more.length === 0 && !local.includes('+')) return name;
  fault(
    textFields.operatorInbox.name,
    `must be a local part, or an address at one of ${textFields.domains.name}, not "${raw}"`,
  );
  return textFields.operatorInbox.fallback;
}

function readTls(cert: string, key: string, fault: Fault): ReceptionConfig['tls'] {
  if (cert === '' && key === '') return null;
  if (cert === '') fault(textFields.tlsCert.name, `is needed with ${textFields.tlsKey.name}`);
  if (key === '') fault(textFields.tlsKey.name, `is needed with ${textFields.tlsCert.name}`);
  return { cert, key };
}

/** Our own headers, and some of the octets that stay while the oldest messages go. */
const spare = 100_000;

interface Others {
  readonly domains: readonly string[];
  readonly operatorBytes: number;
  readonly messageBytes: number;
}

export function readReception(
  read: (key: keyof typeof textFields) => string,
  { domains, operatorBytes, messageBytes }: Others,
  fault: Fault,
): ReceptionConfig {
  // Else its mailbox could not take every mail, whatever goes.
  if (operatorBytes < messageBytes + spare)
    fault(
      numberFields.operatorBytes.name,
      `must leave room for a message of ${numberFields.messageBytes.name} and ${spare} octets more`,
    );
  return {
    operatorInbox: readOperatorInbox(read('operatorInbox'), domains, fault),
    tls: readTls(read('tlsCert'), read('tlsKey'), fault),
    smtpProxies: readList(textFields.smtpProxies, read('smtpProxies'), fault),
    smtpXclients: readList(textFields.smtpXclients, read('smtpXclients'), fault),
  };
}
