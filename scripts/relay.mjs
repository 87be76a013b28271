import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/run.mjs';
import { root, StepError } from './lib/toolchain.mjs';

const entry = path.join(root, 'relay/src/operate/main.ts');

await main(async (args) => {
  if (!existsSync(entry))
    throw new StepError('This version of the relay has no commands for the operator yet.');
  const node = await ensureInstalled({ quiet: true });
  return (await run(node, [entry, ...args])).code;
});
