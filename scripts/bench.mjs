import { readdirSync } from 'node:fs';
import path from 'node:path';
import { prepareExtension } from './lib/extension.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/run.mjs';
import { root, StepError } from './lib/toolchain.mjs';
import { buildWeb } from './lib/web.mjs';

const folder = path.join(root, 'e2e/bench');

/** Each name is a file of its own; helpers lie in folders beside. */
function names() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}

await main(async ([name, ...args]) => {
  if (name === undefined || !names().includes(name)) {
    throw new StepError(
      `Say which: npm run bench -- NAME [--json], NAME one of ${names().join(', ')}.`,
    );
  }
  const node = await ensureInstalled({ quiet: true });
  // The benchmark of fields bundles the extension's own sources.
  await prepareExtension();
  if (name === 'web') await buildWeb();
  return (await run(node, [path.join(folder, `${name}.ts`), ...args])).code;
});
