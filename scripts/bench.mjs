import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildExtension, prepareExtension } from './lib/extension.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { root, StepError } from './lib/toolchain.mjs';
import { buildWeb } from './lib/web.mjs';

const folder = path.join(root, 'e2e/bench');

/** What some of them drive. */
const driven = {
  fields: ['chromium'],
  extension: ['chromium', 'Xvfb', 'openbox', 'xdotool', 'import'],
  ingest: ['redis-server'],
  web: ['chromium'],
};
/** What some of them measure as it is shipped. */
const built = {
  fields: () => buildExtension('chrome'),
  extension: () => buildExtension('chrome'),
  web: buildWeb,
};

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
  await ensureSystemPackages({ commands: driven[name] ?? [], quiet: true });
  // Whatever is not built is read from the sources, the extension's among them.
  await prepareExtension();
  await built[name]?.();
  return (await run(node, [path.join(folder, `${name}.ts`), ...args])).code;
});
