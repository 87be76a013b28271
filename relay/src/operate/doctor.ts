import type { SecureContext } from 'node:tls';
import type { Config } from '../config.ts';
import type { Clock, Random } from '../core/ports.ts';
import type { DnsResolver } from '../mail/dns-cache.ts';
import type { RedisSetting } from '../store/redis-durability.ts';
import { checkDns } from './check-dns.ts';
import { checkMachine } from './check-machine.ts';
import { checkMail } from './check-mail.ts';
import { checkName } from './check-name.ts';
import { findChallenge, howToChallenge, judgeOutside } from './check-outside.ts';
import { checkPolicy } from './check-policy.ts';
import { checkStore, type OpenedStore } from './check-store.ts';
import { report, type Section, tally } from './finding.ts';
import { createLookUp } from './look-up.ts';
import {
  type MailSetup,
  readHostName,
  readMailSetup,
  setupOptions,
  setupUsage,
} from './mail-setup.ts';
import type { Route } from './place.ts';
import { type ReadOptions, readOptions } from './read-options.ts';
import { whyNoTls } from './why-no-tls.ts';

export interface DoctorDeps {
  readonly config: Config;
  readonly resolver: DnsResolver;
  readonly route: Route;
  /** Whose signatures on certificates count. */
  readonly trust: SecureContext;
  readonly clock: Clock;
  readonly random: Random;
  readonly readFile: (path: string) => Promise<string>;
  readonly freeDiskBytes: () => Promise<number | null>;
  readonly open: () => Promise<OpenedStore>;
  readonly readRedis: () => Promise<readonly RedisSetting[]>;
  readonly isListed: (domain: string) => boolean;
  /** Lets some seconds go by between two looks for the mail from outside. */
  readonly pause: () => Promise<void>;
  /** So long an answer may take. */
  readonly withinMs: number;
  readonly print: (line: string) => void;
  /** To the person alone, aside from the report. */
  readonly say: (line: string) => void;
  readonly inColours: boolean;
}

export const doctorUsage = [
  'doctor DOMAIN …     looks at records, certificate, policy, store and machine, and says how to mend what is wrong',
  ...setupUsage,
  '  --wait MINUTES    waits for a mail from outside first, which shows that port 25 is open to everybody',
  '  --ntp HOST        the time server that the clock is compared with (pool.ntp.org), or off',
  '  --json            prints one line of JSON',
];

const kinds = {
  valued: [...setupOptions.valued, 'wait', 'ntp'],
  plain: [...setupOptions.plain, 'json'],
};

interface Wishes {
  readonly setup: MailSetup;
  readonly timeServer: string | null;
  /** How long to wait for mail from outside. */
  readonly minutes: number;
  readonly isJson: boolean;
}

/** With what is open while `doctor` looks. */
type Opened = DoctorDeps & { readonly opened: OpenedStore };

/** When mail with the challenge came in from outside, as far as the store can be read. */
async function lookOutside(deps: Opened, setup: MailSetup, ownAddresses: readonly string[]) {
  const { opened, clock } = deps;
  if (!opened.ok) return null;
  const look = findChallenge({ store: opened.store, setup, ownAddresses, now: clock() });
  // What the store has against being read stands in its own line.
  return look.catch(() => null);
}

async function examine(deps: Opened, { setup, timeServer }: Wishes): Promise<Section[]> {
  const { config, resolver, random, clock, opened } = deps;
  const lookUp = createLookUp(resolver);
  const anyLabel = `doctor-${Buffer.from(random(6)).toString('hex')}`;
  const dns = await checkDns({ setup, lookUp, anyLabel });
  const addresses = dns.mailAddresses;
  const arrived = await lookOutside(deps, setup, addresses);
  const now = clock();
  const files = { config, readFile: deps.readFile, hostname: setup.mx, now };
  const [mail, store, machine] = await Promise.all([
    checkMail(
      {
        ...deps,
        ...{ setup, now, cameFromOutside: arrived !== null },
        whyNoTls: () => whyNoTls(files),
      },
      addresses,
    ),
    checkStore({ ...deps, config: config.store }),
    checkMachine({ ...deps, lookUp, timeServer }, addresses),
  ]);
  const offersTls = !mail.some(({ id, level }) => id === 'starttls' && level === 'fail');
  const policy = await checkPolicy({ ...deps, setup, offersTls }, dns);
  const outside = opened.ok ? [judgeOutside(arrived, setup)] : [];
  return [
    { title: 'Domain', findings: checkName({ ...deps, setup }) },
    dns.section,
    { title: `Mail host ${setup.mx}`, findings: [...mail, ...outside] },
    { title: 'MTA-STS', findings: policy },
    { title: 'Store', findings: store },
    { title: 'This machine', findings: machine },
  ];
}

/** Looks again and again until the mail is there or the time is over. */
async function waitForMail(deps: Opened, setup: MailSetup, minutes: number): Promise<void> {
  const { clock, say, pause } = deps;
  const until = clock() + minutes * 60_000;
  say(`Now, ${howToChallenge(setup)}.`);
  say(`Waiting for it, ${minutes} minutes at most …`);
  const isThere = async () => (await lookOutside(deps, setup, setup.addresses)) !== null;
  while (!(await isThere()) && clock() < until) await pause();
  say('');
}

function readWishes(
  options: ReadOptions,
  config: Config,
): Wishes | { readonly faults: readonly string[] } {
  const read = readMailSetup(options, config);
  const wait = options.last('wait') ?? '0';
  const server = options.last('ntp') ?? 'pool.ntp.org';
  const faults = [
    ...(read.ok ? [] : read.faults),
    ...(/^\d{1,4}$/.test(wait) ? [] : ['--wait needs a number of minutes, such as 10.']),
    ...(server === 'off' || readHostName(server) !== null
      ? []
      : [`--ntp: "${server}" is no host name, such as pool.ntp.org.`]),
  ];
  if (!read.ok || faults.length > 0) return { faults };
  return {
    setup: read.setup,
    timeServer: server === 'off' ? null : server,
    minutes: Number(wait),
    isJson: options.plain.has('json'),
  };
}

function asJson(domain: string, sections: readonly Section[]): string {
  const counts = tally(sections);
  const checks = sections.flatMap(({ title, findings }) =>
    findings.map((finding) => ({ section: title, ...finding })),
  );
  return JSON.stringify({ domain, ok: counts.fail === 0, ...counts, checks });
}

async function look(deps: Opened, wishes: Wishes): Promise<number> {
  const { setup, minutes, isJson } = wishes;
  if (minutes > 0) await waitForMail(deps, setup, minutes);
  const sections = await examine(deps, wishes);
  const lines = isJson ? [asJson(setup.domain, sections)] : report(sections, deps.inColours);
  for (const line of lines) deps.print(line);
  return tally(sections).fail > 0 ? 1 : 0;
}

/**
 * Runs `doctor …` and resolves to the exit status: 0 when nothing failed, 1 when something did, 64 (EX_USAGE) when the
 * words are off.
 */
export async function runDoctor(deps: DoctorDeps, given: readonly string[]): Promise<number> {
  const wishes = readWishes(readOptions(given, kinds), deps.config);
  if ('faults' in wishes) {
    for (const line of [...wishes.faults, '', ...doctorUsage]) deps.print(line);
    return 64;
  }
  const opened = await deps.open();
  try {
    return await look({ ...deps, opened }, wishes);
  } finally {
    if (opened.ok) await opened.close();
  }
}
