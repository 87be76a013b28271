import { isIP } from 'node:net';
import { createIsPublic } from '../mail/public-address.ts';
import {
  emptyDkim,
  type RecordKey,
  reverseName,
  strictSpf,
  type WantedRecords,
  zoneLines,
} from './dns-records.ts';
import { fail, type Judged, pass, warn } from './finding.ts';
import type { MailSetup } from './mail-setup.ts';

/** What the DNS has, and what it ought to have. */
interface Look {
  readonly wanted: WantedRecords;
  readonly found: readonly string[];
  readonly setup: MailSetup;
}

type Judge = (look: Look) => Judged | null;

const listed = (values: readonly string[]) => values.join(', ');

const publish = (wanted: WantedRecords): string[] =>
  zoneLines(wanted).map((line) => `publish  ${line}`);

function replace({ wanted }: Look): string[] {
  const [first = '', ...more] = zoneLines(wanted);
  return [
    `publish  ${first}`,
    ...more.map((line) => `publish  ${line}`),
    'and take the other away',
  ];
}

function judgeMx({ wanted, found, setup: { mx } }: Look): Judged {
  const { name } = wanted;
  const hosts = found.map((value) => value.split(' ')[1] ?? '');
  const [literal] = hosts.filter((host) => isIP(host) > 0);
  if (hosts.length === 0) return fail(`${name} has no MX record`, ...publish(wanted));
  const instead = publish(wanted).map((line) => `${line}  in its place`);
  if (hosts.includes('.'))
    return fail(`${name} says by a null MX that it takes no mail`, ...instead);
  if (literal !== undefined)
    return fail(`it names the address ${literal}, where only a host name may stand`, ...instead);
  if (!hosts.includes(mx)) return fail(`mail goes to ${listed(hosts)}, not to ${mx}`, ...instead);
  const others = hosts.filter((host) => host !== mx);
  if (others.length > 0)
    return warn(
      `mail may go to ${listed(others)}, too`,
      `take away the MX ${listed(others)}, unless it hands mail on to ${mx}`,
    );
  return pass(`mail goes to ${mx}`);
}

/** The kinds of address records that a host may do without. */
function judgeHost({ wanted, found }: Look, level: typeof fail): Judged | null {
  const { name, type, values } = wanted;
  const isPublic = createIsPublic();
  const isOptional = type === 'AAAA' && values.length === 0;
  if (found.length === 0)
    return isOptional ? null : level(`${name} has no ${type} record`, ...publish(wanted));
  const hidden = found.filter((address) => !isPublic(address));
  if (hidden.length > 0)
    return level(`${listed(hidden)} is reached by nobody on the internet`, ...replaceAll(wanted));
  if (values.length === 0) return pass(`${name} is ${listed(found)}`);
  const missing = values.filter((address) => !found.includes(address));
  if (missing.length > 0 && found.some((address) => !values.includes(address)))
    return level(`${name} is ${listed(found)}, not ${listed(values)}`, ...replaceAll(wanted));
  if (missing.length > 0) return level(`${listed(missing)} is missing`, ...publish(wanted));
  const others = found.filter((address) => !values.includes(address));
  if (others.length > 0)
    return level(
      `${name} is ${listed(others)}, too`,
      `take away ${name}. IN ${type} ${listed(others)}`,
    );
  return pass(`${name} is ${listed(found)}`);
}

const replaceAll = (wanted: WantedRecords): string[] =>
  publish(wanted).map((line) => `${line}  in place of what is there`);

function judgePtr({ wanted, found, setup: { addresses } }: Look): Judged {
  const [mx = ''] = wanted.values;
  const address = addresses.find((each) => reverseName(each) === wanted.name) ?? wanted.name;
  const how = zoneLines(wanted).map((line) => `ask whoever rents you ${address} for  ${line}`);
  if (found.length === 0) return fail(`nothing says whose address ${address} is`, ...how);
  if (!found.includes(mx))
    return fail(`${address} is said to be ${listed(found)}, not ${mx}`, ...how);
  return pass(`${address} is said to be ${mx}`);
}

/** The tags of a record such as DMARC's (RFC 6376 section 3.2). */
function tagsOf(value: string): ReadonlyMap<string, string> {
  return new Map(
    value.split(';').map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [name.trim().toLowerCase(), rest.join('=').trim()];
    }),
  );
}

const startsWith = (found: readonly string[], version: string) =>
  found.filter((value) => new RegExp(`^${version}(?:[\\s;]|$)`, 'i').test(value));

function judgeSpf(look: Look): Judged {
  const { wanted, found } = look;
  const records = startsWith(found, 'v=spf1');
  const [first = '', ...more] = records;
  if (records.length === 0)
    return fail('nothing says who may send mail from here', ...publish(wanted));
  if (more.length > 0)
    return fail(`there are ${records.length} SPF records, so none counts`, ...replace(look));
  if (first.toLowerCase() === strictSpf) return pass('no server may send mail from here');
  if (!/(?:^|\s)-all$/i.test(first.trim()))
    return fail(`"${first}" lets forged mail pass`, ...replaceAll(wanted));
  return warn(`"${first}" lets others send; the relay never does`, ...replaceAll(wanted));
}

function judgeDmarc(look: Look): Judged {
  const { wanted, found } = look;
  const records = startsWith(found, 'v=DMARC1');
  const [first = '', ...more] = records;
  if (records.length === 0)
    return fail('nothing asks receivers to refuse forged mail', ...publish(wanted));
  if (more.length > 0)
    return fail(`there are ${records.length} DMARC records, so none counts`, ...replace(look));
  const tags = tagsOf(first);
  const policy = tags.get('p')?.toLowerCase() ?? 'none';
  const below = tags.get('sp')?.toLowerCase() ?? policy;
  const share = tags.get('pct') ?? '100';
  if (policy === 'reject' && below === 'reject' && share === '100')
    return pass('receivers refuse forged mail');
  return fail(`"${first}" does not ask for all forged mail to be refused`, ...replaceAll(wanted));
}

function judgeDkim({ wanted, found }: Look): Judged {
  const [first] = found;
  if (first === undefined) return warn('nothing says that there are no keys', ...publish(wanted));
  const isEmpty = (value: string) => tagsOf(value).get('p') === '';
  if (found.every(isEmpty)) return pass('no signature in its name is good');
  return warn(
    `"${first}" holds a key; the relay signs nothing`,
    `publish  ${wanted.name}. IN TXT "${emptyDkim}"  in its place`,
  );
}

function judgeMtaSts(look: Look): Judged {
  const { wanted, found } = look;
  const records = startsWith(found, 'v=STSv1');
  const [first = '', ...more] = records;
  if (records.length === 0)
    return warn(
      'nothing asks senders for TLS, so an attacker can switch it off',
      ...publish(wanted),
    );
  if (more.length > 0)
    return fail(`there are ${records.length} records, so none counts`, ...replace(look));
  const id = tagsOf(first).get('id') ?? '';
  if (!/^[a-z0-9]{1,32}$/i.test(id))
    return fail(`"${first}" has no id of letters and digits`, ...replaceAll(wanted));
  const [value = ''] = wanted.values;
  if (tagsOf(value).get('id') !== id)
    return warn('its id is of another policy; senders may keep the old one', ...replaceAll(wanted));
  return pass('senders know that there is a policy');
}

function judgeTlsRpt(look: Look): Judged {
  const { wanted, found } = look;
  const records = startsWith(found, 'v=TLSRPTv1');
  const [first = '', ...more] = records;
  if (records.length === 0)
    return warn('nobody tells you when TLS to you fails', ...publish(wanted));
  if (more.length > 0)
    return fail(`there are ${records.length} records, so none counts`, ...replace(look));
  const target = tagsOf(first).get('rua') ?? '';
  if (!/^(?:mailto:[^@\s]+@|https:\/\/)\S+$/i.test(target))
    return fail(`"${first}" names no place for the reports`, ...replaceAll(wanted));
  return pass(`reports go to ${target.replace(/^mailto:/i, '')}`);
}

function judgeCaa({ wanted, found, setup }: Look): Judged {
  if (found.length === 0) return warn('every authority may make certificates', ...publish(wanted));
  const allowed = found.flatMap((value) => {
    const [, name] = /^\d+ issue "([^;"]*)/i.exec(value) ?? [];
    return name === undefined ? [] : [name.trim().toLowerCase()];
  });
  const isLimited = found.some((value) => /^\d+ issue /i.test(value));
  if (!isLimited) return warn('it limits no authority', ...publish(wanted));
  const refused = setup.authorities.filter((name) => !allowed.includes(name));
  if (refused.length === 0) return pass(`${listed(allowed)} may make certificates`);
  return fail(
    `${listed(refused)} may not make certificates`,
    ...publish(wanted),
    `or say which authority you use: --ca ${allowed[0] || 'NAME'}`,
  );
}

export const judges: Readonly<Record<RecordKey, Judge>> = {
  mx: judgeMx,
  'wildcard-mx': judgeMx,
  a: (look) => judgeHost(look, fail),
  aaaa: (look) => judgeHost(look, fail),
  ptr: judgePtr,
  spf: judgeSpf,
  'wildcard-spf': judgeSpf,
  dmarc: judgeDmarc,
  dkim: judgeDkim,
  'mta-sts': judgeMtaSts,
  // Pages may be served by another machine than the one that takes mail.
  'mta-sts-host': (look) => judgeHost(look, look.found.length === 0 ? fail : warn),
  'tls-rpt': judgeTlsRpt,
  caa: judgeCaa,
  'web-host': (look) => judgeHost(look, look.found.length === 0 ? fail : warn),
};

export const aboutRecord: Readonly<Record<RecordKey, string>> = {
  mx: 'MX',
  'wildcard-mx': 'MX of subdomains',
  a: 'Address',
  aaaa: 'IPv6 address',
  ptr: 'PTR',
  spf: 'SPF',
  'wildcard-spf': 'SPF of subdomains',
  dmarc: 'DMARC',
  dkim: 'DKIM',
  'mta-sts': 'MTA-STS',
  'mta-sts-host': 'MTA-STS host',
  'tls-rpt': 'TLS reports',
  caa: 'CAA',
  'web-host': 'Web inbox host',
};
