import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** What people read to use, run or judge Mayfly, by its path from the root. Decisions record what was thought at a time. */
export function documents(): Map<string, string> {
  const docs = readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  const names = ['README.md', 'SECURITY.md', ...docs.toSorted()];
  return new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}
