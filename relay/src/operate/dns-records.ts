import { isIPv4 } from 'node:net';
import { mtaStsId, mtaStsPath } from '../core/mta-sts.ts';
import { readAddress } from '../core/network-address.ts';
import type { MailSetup } from './mail-setup.ts';

export type RecordType = 'A' | 'AAAA' | 'CAA' | 'MX' | 'PTR' | 'TXT';

export type RecordKey =
  | 'mx'
  | 'wildcard-mx'
  | 'a'
  | 'aaaa'
  | 'ptr'
  | 'spf'
  | 'wildcard-spf'
  | 'dmarc'
  | 'dkim'
  | 'mta-sts'
  | 'mta-sts-host'
  | 'tls-rpt'
  | 'caa'
  | 'web-host';

/** The records of one name and type that a domain is to have. */
export interface WantedRecords {
  readonly key: RecordKey;
  /** Without a dot at its end. */
  readonly name: string;
  readonly type: RecordType;
  /** As a zone file has them, names without the dot at their end. Empty: addresses that nobody told. */
  readonly values: readonly string[];
  /** What they are for, in a sentence. */
  readonly why: string;
}

/** Says that no mail ever comes from here (RFC 7208 section 10.1.2). */
export const strictSpf = 'v=spf1 -all';
const strictDmarc = 'v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s';
/** A key that was withdrawn (RFC 6376 section 3.6.1). */
export const emptyDkim = 'v=DKIM1; p=';

/** The name under which the DNS says whose an address is. */
export function reverseName(address: string): string {
  const read = readAddress(address) ?? address;
  if (isIPv4(read)) return `${read.split('.').reverse().join('.')}.in-addr.arpa`;
  const digits = read.split(':').flatMap((group) => [...group.padStart(4, '0')]);
  return `${digits.reverse().join('.')}.ip6.arpa`;
}

interface Names {
  readonly key: 'a' | 'mta-sts-host' | 'web-host';
  readonly name: string;
  readonly why: string;
}

/** The addresses of a host, IPv4 and IPv6. */
function hostRecords({ key, name, why }: Names, { addresses }: MailSetup): WantedRecords[] {
  const v4 = addresses.filter(isIPv4);
  const v6 = addresses.filter((address) => !isIPv4(address));
  const isTold = addresses.length > 0;
  const other = key === 'a' ? 'aaaa' : key;
  const records: WantedRecords[] = [
    { key, name, type: 'A', values: v4, why },
    { key: other, name, type: 'AAAA', values: v6, why: `${why.slice(0, -1)}, over IPv6.` },
  ];
  return records.filter(({ values }) => !isTold || values.length > 0);
}

function wayOfMail(setup: MailSetup): WantedRecords[] {
  const { domain, mx, addresses } = setup;
  const values = [`10 ${mx}`];
  const why = 'Tells every sender which host takes the mail of the domain.';
  return [
    { key: 'mx', name: domain, type: 'MX', values, why },
    ...(setup.hasSubdomains ? [wildcardMx(domain, values)] : []),
    ...hostRecords(
      { key: 'a', name: mx, why: 'Leads senders to the host that takes the mail.' },
      setup,
    ),
    ...addresses.map((address): WantedRecords => ({
      key: 'ptr',
      name: reverseName(address),
      type: 'PTR',
      values: [mx],
      why: `Says that ${address} is the mail host; whoever rents you the address sets it.`,
    })),
  ];
}

const wildcardMx = (domain: string, values: readonly string[]): WantedRecords => ({
  key: 'wildcard-mx',
  name: `*.${domain}`,
  type: 'MX',
  values,
  why: 'Does the same for addresses at subdomains, whatever they are called.',
});

function againstForgery({ domain, hasSubdomains }: MailSetup): WantedRecords[] {
  const spf = { type: 'TXT', values: [strictSpf] } as const;
  const whySubdomains = 'Does the same for subdomains, which do not inherit it.';
  return [
    {
      ...{ key: 'spf', name: domain, ...spf },
      why: 'Says that no server sends mail from the domain, because the relay sends none.',
    },
    ...(hasSubdomains
      ? [{ key: 'wildcard-spf', name: `*.${domain}`, ...spf, why: whySubdomains } as const]
      : []),
    {
      ...{ key: 'dmarc', name: `_dmarc.${domain}`, type: 'TXT', values: [strictDmarc] },
      why: 'Asks receivers to refuse whatever claims to come from the domain or below it.',
    },
    {
      ...{ key: 'dkim', name: `*._domainkey.${domain}`, type: 'TXT', values: [emptyDkim] },
      why: 'Says that no signature in the name of the domain is good: the key is empty.',
    },
  ];
}

function safeTransport(setup: MailSetup): WantedRecords[] {
  const { domain, policy } = setup;
  const host = `mta-sts.${domain}`;
  return [
    {
      ...{ key: 'mta-sts', name: `_mta-sts.${domain}`, type: 'TXT' },
      values: [`v=STSv1; id=${mtaStsId(policy)}`],
      why: 'Tells senders that there is a policy which asks for TLS, and when it has changed.',
    },
    ...hostRecords(
      {
        key: 'mta-sts-host',
        name: host,
        why: `Leads to https://${host}${mtaStsPath}, the policy.`,
      },
      setup,
    ),
    {
      ...{ key: 'tls-rpt', name: `_smtp._tls.${domain}`, type: 'TXT' },
      values: [`v=TLSRPTv1; rua=mailto:postmaster@${domain}`],
      why: 'Has senders report when TLS to you fails; the reports come to your mailbox.',
    },
    {
      ...{ key: 'caa', name: domain, type: 'CAA', values: caaValues(setup) },
      why: 'Lets no other authority make certificates in the name of the domain.',
    },
  ];
}

function caaValues({ authorities }: MailSetup): string[] {
  return [...authorities.map((name) => `0 issue "${name}"`), '0 issuewild ";"'];
}

/**
 * Every record that a domain is to have, the PTR of its host included. The command `dns` prints them and `doctor` looks
 * for them, so that the two cannot disagree.
 */
export function wantedRecords(setup: MailSetup): readonly WantedRecords[] {
  const { webHost } = setup;
  const why = 'Leads people to the web inbox and the extension to the relay.';
  const web = webHost === null ? [] : hostRecords({ key: 'web-host', name: webHost, why }, setup);
  return [...wayOfMail(setup), ...againstForgery(setup), ...safeTransport(setup), ...web];
}

const hour = 3600;

function zoneValue(type: RecordType, value: string): string {
  if (type === 'TXT') return `"${value}"`;
  return type === 'MX' || type === 'PTR' ? `${value}.` : value;
}

const placeholders: Partial<Record<RecordType, string>> = {
  A: 'the-public-IPv4-address',
  AAAA: 'the-public-IPv6-address',
};

/** The lines for a zone file (RFC 1035 section 5), with names that hold wherever they stand. */
export function zoneLines({ name, type, values }: WantedRecords): readonly string[] {
  const all = values.length > 0 ? values : [placeholders[type] ?? ''];
  return all.map((value) => `${name}. ${hour} IN ${type} ${zoneValue(type, value)}`);
}
