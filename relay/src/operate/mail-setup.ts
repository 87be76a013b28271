import { isIP, isIPv4 } from 'node:net';
import type { Config } from '../config.ts';
import { textFields } from '../config-fields.ts';
import { normalizeDomain } from '../core/address.ts';
import { readAddress } from '../core/network-address.ts';
import { type MtaStsPolicy, usualMaxAge } from '../core/mta-sts.ts';
import { createIsPublic } from '../mail/public-address.ts';
import type { ReadOptions } from './read-options.ts';

/** How mail is to reach a domain: all that the records of the DNS are made from. */
export interface MailSetup {
  /** In A-label form, as all names here. */
  readonly domain: string;
  /** The host that takes the mail. */
  readonly mx: string;
  /** Its public addresses; empty: not told. */
  readonly addresses: readonly string[];
  /** The host of the public URL, unless it is the one that takes the mail. */
  readonly webHost: string | null;
  /** The certificate authorities in use, by their names in CAA records. */
  readonly authorities: readonly string[];
  /** Whether addresses at subdomains are used, too. */
  readonly hasSubdomains: boolean;
  readonly policy: MtaStsPolicy;
}

export type SetupConfig = Pick<Config, 'domains' | 'smtpName' | 'smtpHost' | 'publicUrl'>;

export type ReadSetup =
  | { readonly ok: true; readonly setup: MailSetup }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The options that a setup is read from. */
export const setupOptions = { valued: ['mx', 'address', 'ca'], plain: ['subdomains'] } as const;

export const setupUsage = [
  '  --mx NAME         the host that takes the mail, unless MAYFLY_SMTP_NAME says it',
  '  --address IP      a public address of that host; again for each further one',
  "  --ca NAME         your certificate authority's name in CAA records (letsencrypt.org)",
  '  --subdomains      addresses at subdomains are used, too',
];

/** Of the authority that ACME clients ask by default. */
const usualAuthority = 'letsencrypt.org';

/** The name in A-label form, or null when it can be no host on the internet. */
export function readHostName(name: string): string | null {
  const domain = normalizeDomain(name);
  return domain !== null && domain.includes('.') && isIP(domain) === 0 ? domain : null;
}

/** What the relay calls itself when somebody gave it a name, or serves the domain. */
function ownName({ domains, smtpName }: SetupConfig, domain: string): string {
  return domains.includes(domain) || smtpName !== domains[0] ? smtpName : domain;
}

function webHostOf({ publicUrl }: SetupConfig, mx: string): string | null {
  const host = publicUrl === null ? null : readHostName(new URL(publicUrl).hostname);
  return host === mx ? null : host;
}

function addressFault(address: string, isPublic: (address: string) => boolean): string[] {
  if (isIP(address) === 0 || address.includes('%'))
    return [`"${address}" is no network address, such as 203.0.113.25.`];
  if (isPublic(address)) return [];
  return [`${address} is an address that nobody on the internet reaches; give the public one.`];
}

/** As the DNS' answers are written (RFC 5952); IPv4 in the clothes of IPv6 as what it is. */
function canonical(address: string): string {
  const read = readAddress(address) ?? address;
  return isIPv4(read) ? read : new URL(`http://[${read}]`).hostname.slice(1, -1);
}

/** IPv4 first, each once. */
function sorted(addresses: readonly string[]): readonly string[] {
  const all = [...new Set(addresses.map(canonical))];
  return [...all.filter(isIPv4), ...all.filter((address) => !isIPv4(address))];
}

/** Reads what the operator said, and takes the rest from the configuration. */
export function readMailSetup(options: ReadOptions, config: SetupConfig): ReadSetup {
  const isPublic = createIsPublic();
  const [word = '', ...more] = options.words;
  const domain = readHostName(word);
  const mxWord = options.last('mx');
  const mx = mxWord === undefined ? ownName(config, domain ?? '') : readHostName(mxWord);
  const told = options.all('address');
  const bound = isPublic(config.smtpHost) ? [config.smtpHost] : [];
  const authorities = options.all('ca');
  const faults = [
    ...options.faults,
    ...(word === '' ? ['Which domain? Name one, such as mail.example.org.'] : []),
    ...(word !== '' && domain === null ? [`"${word}" is no domain name.`] : []),
    ...more.map((each) => `"${each}" is one word too many; one domain at a time.`),
    ...(mx === null
      ? [`--mx: "${mxWord ?? ''}" is no host name; an MX never names an address.`]
      : []),
    ...told.flatMap((address) => addressFault(address, isPublic)),
    ...authorities.flatMap((name) =>
      readHostName(name) === null ? [`--ca: "${name}" is no name, such as ${usualAuthority}.`] : [],
    ),
  ];
  if (domain === null || mx === null || faults.length > 0) return { ok: false, faults };
  const isBelow = (name: string) => name.endsWith(`.${domain}`);
  const setup: MailSetup = {
    domain,
    mx,
    addresses: sorted(told.length > 0 ? told : bound),
    webHost: webHostOf(config, mx),
    authorities: authorities.length > 0 ? authorities : [usualAuthority],
    hasSubdomains: options.plain.has('subdomains') || config.domains.some(isBelow),
    policy: { mx: [mx], maxAge: usualMaxAge, mode: 'enforce' },
  };
  return { ok: true, setup };
}

/** The setting with which a relay takes mail for a domain, too. */
export function servingHint(domains: readonly string[], domain: string): string {
  const others = domains.filter((each) => each !== textFields.domains.fallback);
  return `${textFields.domains.name}=${[...others, domain].join(',')}`;
}
