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

/** A policy that is not announced is one that nobody misses. */
function soften(judged: Judged, key: RecordKey, announcesPolicy: boolean): Judged {
  const isIdle = key === 'mta-sts-host' && !announcesPolicy && judged.level === 'fail';
  return isIdle ? { ...judged, level: 'warn' } : judged;
}

function judge({ wanted, found }: Looked, setup: MailSetup, announcesPolicy: boolean): Finding[] {
  const judged = found.ok
    ? judges[wanted.key]({ wanted, found: found.values, setup })
    : unanswered(wanted.name, found.reason);
  if (judged === null) return [];
  const isSecond = wanted.type === 'AAAA' && wanted.key !== 'aaaa';
  const about = `${aboutRecord[wanted.key]}${isSecond ? ' (IPv6)' : ''}`;
  return [
    {
      id: isSecond ? `${wanted.key}-ipv6` : wanted.key,
      about,
      ...soften(judged, wanted.key, announcesPolicy),
    },
  ];
}

const addressKeys = (key: RecordKey) => key === 'a' || key === 'aaaa';

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

/** Looks at each record that the domain is to have. What hangs on another record is looked at as if that were right. */
export async function checkDns(deps: DnsCheckDeps): Promise<DnsState> {
  const { setup, lookUp } = deps;
  const title = `DNS of ${setup.domain}`;
  const first = await lookUp(setup.domain, 'MX');
  if (!first.ok) {
    const finding = { id: 'dns', about: 'DNS', ...unanswered(setup.domain, first.reason) };
    return {
      section: { title, findings: [finding] },
      mailAddresses: setup.addresses,
      policyAddresses: setup.addresses,
      announcesPolicy: false,
    };
  }
  const isPtr = ({ key }: WantedRecords) => key === 'ptr';
  const looked = await lookAt(
    deps,
    wantedRecords(setup).filter((each) => !isPtr(each)),
  );
  const published = addressesOf(looked, addressKeys);
  const mailAddresses = setup.addresses.length > 0 ? setup.addresses : published;
  const reached = { ...setup, addresses: mailAddresses };
  const pointers = wantedRecords(reached).filter(isPtr);
  const pages = addressesOf(looked, (key) => key === 'mta-sts-host');
  const all = [...looked, ...(await lookAt(deps, pointers))];
  const record = looked.find(({ wanted }) => wanted.key === 'mta-sts')?.found;
  const announcesPolicy = record?.ok === true && record.values.length > 0;
  const [mx, ...others] = all.flatMap((each) => judge(each, reached, announcesPolicy));
  const alias = await checkAlias(deps);
  return {
    section: { title, findings: mx === undefined ? [] : [mx, alias, ...others] },
    mailAddresses,
    policyAddresses: pages.length > 0 ? pages : setup.addresses,
    announcesPolicy,
  };
}
