import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseConfig } from '../config.ts';
import { deriveKeys } from '../core/keys.ts';
import { openStore, resolveSecrets } from '../open-store.ts';
import { accessUsage, runAccess } from './access.ts';
import { dnsUsage, runDns } from './dns.ts';
import { doctorUsage, runDoctor } from './doctor.ts';
import { createDoctorDeps } from './doctor-deps.ts';
import { healthUsage, runHealth } from './health.ts';
import { operatorUsage, runOperator } from './operator.ts';
import { pairUsage, runPair } from './pair.ts';

const [command, ...words] = process.argv.slice(2);

/** npm runs its scripts at the root; a file is meant from where the person stands. */
const here = process.env['INIT_CWD'] ?? process.cwd();

/** In an image there is no npm. */
const called = process.env['npm_lifecycle_event'] === undefined ? 'mayfly' : 'npm run relay --';

const print = (line: string) => console.log(line);
const say = (line: string) => console.error(line);

async function run(): Promise<number> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    for (const { name, message } of parsed.faults) console.error(`${name} ${message}`);
    return 78;
  }
  const { config } = parsed;
  const inColours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  if (command === 'health') return runHealth({ config, fetch, print }, words);
  if (command === 'dns') return runDns({ config, print, called, inColours }, words);
  if (command === 'doctor')
    return runDoctor({ ...createDoctorDeps(config), print, say, inColours }, words);
  if (command !== 'pair' && command !== 'access' && command !== 'operator') {
    const all = [
      ...[...pairUsage, ...accessUsage, ...operatorUsage],
      ...[...dnsUsage, ...doctorUsage, ...healthUsage],
    ];
    console.error([`${called} COMMAND`, ...all.map((line) => `  ${line}`)].join('\n'));
    return 64;
  }
  const { store, publisher } = await openStore(config.store, { clock: Date.now });
  try {
    if (command === 'operator') {
      const write = (octets: Uint8Array) => void process.stdout.write(octets);
      const save = (file: string, octets: Uint8Array) =>
        writeFile(resolve(here, file), octets, { flag: 'wx', mode: 0o600 });
      return await runOperator({ store, print, write, save }, words);
    }
    const shared = { store, clock: Date.now, random: randomBytes, print };
    if (command === 'pair') {
      return await runPair({ ...shared, config, inColours }, words);
    }
    const keys = deriveKeys(resolveSecrets(config, parsed.secrets));
    return await runAccess({ ...shared, publisher, keys }, words);
  } finally {
    await publisher.close();
    await store.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
