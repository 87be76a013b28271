import { randomBytes } from 'node:crypto';
import { parseConfig } from '../config.ts';
import { deriveKeys } from '../core/keys.ts';
import { openStore, resolveSecrets } from '../open-store.ts';
import { accessUsage, runAccess } from './access.ts';

const [command, ...words] = process.argv.slice(2);

async function run(): Promise<number> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    for (const { name, message } of parsed.faults) console.error(`${name} ${message}`);
    return 78;
  }
  if (command !== 'access') {
    console.error(
      ['npm run relay -- COMMAND', ...accessUsage.map((line) => `  ${line}`)].join('\n'),
    );
    return 64;
  }
  const { store, publisher } = await openStore(parsed.config.store, Date.now);
  try {
    const keys = deriveKeys(resolveSecrets(parsed.config, parsed.secrets));
    return await runAccess(
      { store, keys, clock: Date.now, random: randomBytes, print: (line) => console.log(line) },
      words,
    );
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
