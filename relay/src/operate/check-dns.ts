import { isIPv4 } from 'node:net';
import { createIsPublic } from '../mail/public-address.ts';
import type { RecordKey, WantedRecords } from './dns-records.ts';
import { wantedRecords } from './dns-records.ts';
import { fail, type Finding, type Judged, pass, type Section } from './finding.ts';
import { aboutRecord, judges } from './judge-records.ts';
import type { Found, LookUp } from './look-up.ts';
import type { MailSetup } from './mail-setup.ts';
import { inWords } from './place.ts';

export interface DnsCheckDeps {
  readonly setup: MailSetup;
  readonly lookUp: LookUp;
  /** Stands for any name where a wildcard is wanted; nobody has a record for it. */
  readonly anyLabel: string;
}

/** What the DNS has, for the looks that follow. */
export interface DnsState {
  readonly section: Section;
  /** Where mail for the domain is to be taken; empty when nobody knows. */
  readonly mailAddresses: readonly string[];
  readonly policyAddresses: readonly string[];
  readonly announcesPolicy: boolean;
}

const unanswered = (name: string, reason: string): Judged =>
  fail(
    `the DNS does not answer for ${name} (${inWords(reason)})`,
    'see whether the name servers of the domain are up, or name others in MAYFLY_DNS_SERVERS',
  );

/** Records without which mail arrives all the same. */
const advised: ReadonlySet<RecordKey> = new Set([
  'dkim',
  'mta-sts',
  'mta-sts-host',
  'tls-rpt',
  'caa',
]);

/** The set of CAA records that counts: the nearest one upwards (RFC 8659 section 3). */
async function findCaa(lookUp: LookUp, name: string): Promise<Found> {
  const found = await lookUp(name, 'CAA');
  const dot = name.indexOf('.');
  const isEmpty = found.ok && found.values.length === 0;
  return isEmpty && dot > 0 ? findCaa(lookUp, name.slice(dot + 1)) : found;
}

function find({ lookUp, anyLabel }: DnsCheckDeps, { name, type }: WantedRecords): Promise<Found> {
  if (type === 'CAA') return findCaa(lookUp, name);
  return lookUp(name.replace(/^\*/, anyLabel), type);
}

async function checkAlias({ setup: { mx }, lookUp }: DnsCheckDeps): Promise<Finding> {
  const found = await lookUp(mx, 'CNAME');
  const [target] = found.ok ? found.values : [];
  const judged =
    target === undefined
      ? pass(`${mx} is a host of its own`)
      : fail(
          `${mx} is an alias (CNAME) of ${target}; an MX must not name one`,
          `take away  ${mx}. IN CNAME ${target}.  and give ${mx} addresses of its own`,
        );
  return { id: 'mx-alias', about: 'Name of the MX', ...judged };
}

interface Looked {
  readonly wanted: WantedRecords;
  readonly found: Found;
}

/** A policy that is not announced is one that nobody misses; nor does mail wait for what is only advised. */
function soften(judged: Judged, { wanted, found }: Looked, announcesPolicy: boolean): Judged {
  const isIdle = wanted.key === 'mta-sts-host' && !announcesPolicy;
  const isUnknown = advised.has(wanted.key) && !found.ok;
  return judged.level === 'fail' && (isIdle || isUnknown) ? { ...judged, level: 'warn' } : judged;
}

function judge(looked: Looked, setup: MailSetup, announcesPolicy: boolean): Finding[] {
  const { wanted, found } = looked;
  const judged = found.ok
    ? judges[wanted.key]({ wanted, found: found.values, setup })
    : unanswered(wanted.name, found.reason);
  if (judged === null) return [];
  const isSecond = wanted.type === 'AAAA' && wanted.key !== 'aaaa';
  const about = `${aboutRecord[wanted.key]}${isSecond ? ' (IPv6)' : ''}`;
  const id = isSecond ? `${wanted.key}-ipv6` : wanted.key;
  return [{ id, about, ...soften(judged, looked, announcesPolicy) }];
}

/** Addresses of a kind of which none was told: senders would try them all the same. */
async function checkStray({ setup, lookUp }: DnsCheckDeps, type: 'A' | 'AAAA'): Promise<Finding[]> {
  const { mx, addresses } = setup;
  const isOfType = (address: string) => isIPv4(address) === (type === 'A');
  if (addresses.length === 0 || addresses.some(isOfType)) return [];
  const found = await lookUp(mx, type);
  const [stray] = found.ok ? found.values : [];
  if (stray === undefined) return [];
  const key = type === 'A' ? 'a' : 'aaaa';
  const judged = fail(
    `${mx} is ${stray}, too, which you did not tell`,
    `take away  ${mx}. IN ${type} ${stray}`,
    `or, if the relay is reached there, say --address ${stray}, too`,
  );
  return [{ id: key, about: aboutRecord[key], ...judged }];
}

/** The public addresses that the DNS gives a host. */
function addressesOf(looked: readonly Looked[], isOf: (key: RecordKey) => boolean): string[] {
  const isPublic = createIsPublic();
  const isHost = ({ wanted }: Looked) => wanted.type === 'A' || wanted.type === 'AAAA';
  return looked
    .filter((each) => isOf(each.wanted.key) && isHost(each))
    .flatMap(({ found }) => (found.ok ? found.values.filter(isPublic) : []));
}

async function lookAt(
  deps: DnsCheckDeps,
  wanted: readonly WantedRecords[],
): Promise<readonly Looked[]> {
  return Promise.all(wanted.map(async (each) => ({ wanted: each, found: await find(deps, each) })));
}

const isPtr = ({ key }: WantedRecords) => key === 'ptr';

async function checkRecords(deps: DnsCheckDeps, title: string): Promise<DnsState> {
  const { setup } = deps;
  const wanted = wantedRecords(setup).filter((each) => !isPtr(each));
  const looked = await lookAt(deps, wanted);
  const published = addressesOf(looked, (key) => key === 'a' || key === 'aaaa');
  const pages = addressesOf(looked, (key) => key === 'mta-sts-host');
  const mailAddresses = setup.addresses.length > 0 ? setup.addresses : published;
  const reached = { ...setup, addresses: mailAddresses };
  const pointers = await lookAt(deps, wantedRecords(reached).filter(isPtr));
  const record = looked.find((each) => each.wanted.key === 'mta-sts')?.found;
  const announcesPolicy = record?.ok === true && record.values.length > 0;
  const [mx, ...others] = [...looked, ...pointers].map((each) =>
    judge(each, reached, announcesPolicy),
  );
  const aside = await Promise.all([
    checkAlias(deps),
    checkStray(deps, 'A'),
    checkStray(deps, 'AAAA'),
  ]);
  return {
    section: { title, findings: [...(mx ?? []), ...aside.flat(), ...others.flat()] },
    mailAddresses,
    policyAddresses: pages.length > 0 ? pages : setup.addresses,
    announcesPolicy,
  };
}

/** Looks at each record that the domain is to have. What hangs on another record is looked at as if that were right. */
export async function checkDns(deps: DnsCheckDeps): Promise<DnsState> {
  const { domain, addresses } = deps.setup;
  const title = `DNS of ${domain}`;
  const first = await deps.lookUp(domain, 'MX');
  if (first.ok) return checkRecords(deps, title);
  const finding = { id: 'dns', about: 'DNS', ...unanswered(domain, first.reason) };
  return {
    section: { title, findings: [finding] },
    ...{ mailAddresses: addresses, policyAddresses: addresses, announcesPolicy: false },
  };
}
