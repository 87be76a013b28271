import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeConfig } from '../relay/src/config.ts';
import { withTables } from '../relay/src/config-table.ts';
import { withApi } from '../relay/src/http/api-document.ts';
import { main } from './lib/main.mjs';
import { root } from './lib/toolchain.mjs';

function rewrite(name, change) {
  const file = path.join(root, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/**
 * Writes what is made from relay/src/config-fields.ts, relay/config.example.env and the tables of docs/operations.md,
 * and from the contract, the routes of docs/api.md.
 */
await main(async () => {
  writeFileSync(path.join(root, 'relay/config.example.env'), `${describeConfig()}\n`);
  rewrite('docs/operations.md', withTables);
  rewrite('docs/api.md', withApi);
  return 0;
});
