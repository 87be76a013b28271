import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeConfig } from '../relay/src/config.ts';
import { withTables } from '../relay/src/config-table.ts';
import { main } from './lib/main.mjs';
import { root } from './lib/toolchain.mjs';

/** Writes what is made from relay/src/config-fields.ts: relay/config.example.env and the tables of docs/operations.md. */
await main(async () => {
  writeFileSync(path.join(root, 'relay/config.example.env'), `${describeConfig()}\n`);
  const operations = path.join(root, 'docs/operations.md');
  writeFileSync(operations, withTables(readFileSync(operations, 'utf8')));
  return 0;
});
