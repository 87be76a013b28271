import { type WantedRecords, wantedRecords, zoneLines } from './dns-records.ts';
import {
  readMailSetup,
  servingHint,
  type SetupConfig,
  setupOptions,
  setupUsage,
} from './mail-setup.ts';
import { readOptions } from './read-options.ts';

export interface DnsCommandDeps {
  readonly config: SetupConfig;
  readonly print: (line: string) => void;
  /** How the operator's commands are called here. */
  readonly called: string;
  /** Whether what is printed goes to a terminal, which knows colours. */
  readonly inColours: boolean;
}

export const dnsUsage = [
  'dns DOMAIN …        prints every record that the domain needs, as a table and as a zone file',
  ...setupUsage,
  '  --table, --zone, --json   prints this alone',
];

const kinds = {
  valued: setupOptions.valued,
  plain: [...setupOptions.plain, 'table', 'zone', 'json'],
};

/** A column is as wide as what stands in it, unless one value is far longer than the rest. */
const widest = 44;

function columnsOf(records: readonly WantedRecords[]): (cells: readonly string[]) => string {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const widths = [
    longest(records.map(({ type }) => type)),
    Math.min(widest, longest(records.map(({ name }) => name))),
  ];
  return (cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
}

function table(records: readonly WantedRecords[], inColours: boolean): string[] {
  const row = columnsOf(records);
  const quiet = (text: string) => (inColours ? `\u001b[2m${text}\u001b[0m` : text);
  return records.flatMap(({ type, name, values, why }) => [
    ...values.map((value) => row([type, name, value])),
    quiet(row(['', why])),
  ]);
}

/** A PTR lies in the zone of whoever rents the address out, so here it is a comment. */
function zone(records: readonly WantedRecords[]): string[] {
  return records.flatMap((record) => [
    `; ${record.why}`,
    ...zoneLines(record).map((line) => (record.key === 'ptr' ? `; ${line}` : line)),
  ]);
}

/** What the relay itself lacks for the domain. */
function unserved({ domains }: SetupConfig, domain: string): string[] {
  if (domains.includes(domain)) return [];
  return [`${servingHint(domains, domain)} makes the relay take mail for it.`];
}

function everything(
  domain: string,
  records: readonly WantedRecords[],
  { config, called, inColours }: DnsCommandDeps,
): string[] {
  return [
    `The records of ${domain}, to paste into the forms of whoever keeps its DNS:`,
    '',
    ...table(records, inColours),
    '',
    'The same as a zone file:',
    '',
    ...zone(records),
    '',
    ...unserved(config, domain),
    `When they are there, \`${called} doctor ${domain}\` looks at each of them.`,
  ];
}

/** Runs `dns …` and resolves to the exit status; 64 (EX_USAGE) when the words are off. */
export async function runDns(deps: DnsCommandDeps, given: readonly string[]): Promise<number> {
  const { config, print, inColours } = deps;
  const options = readOptions(given, kinds);
  const read = readMailSetup(options, config);
  if (!read.ok) {
    for (const line of [...read.faults, '', ...dnsUsage]) print(line);
    return 64;
  }
  const { setup } = read;
  if (setup.addresses.length === 0) {
    print(`Which address has ${setup.mx}? Give the public one, such as --address 203.0.113.25.`);
    return 64;
  }
  const records = wantedRecords(setup);
  const lines = () => {
    if (options.plain.has('json')) return [JSON.stringify({ domain: setup.domain, records })];
    if (options.plain.has('table')) return table(records, inColours);
    if (options.plain.has('zone')) return zone(records);
    return everything(setup.domain, records, deps);
  };
  for (const line of lines()) print(line);
  return 0;
}
