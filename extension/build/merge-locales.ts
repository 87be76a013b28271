import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const sources = [path.join(root, 'shared/locales'), path.join(root, 'extension/src/locales')];

/** All words of one language: no group stands in both files, so that one may follow the other. */
export const readLocale = (name: string): string =>
  sources.map((folder) => readFileSync(path.join(folder, name), 'utf8')).join('\n');

/** The languages that there are, by the names of their files. */
export const localeFiles = (): string[] =>
  readdirSync(path.join(root, 'shared/locales')).filter((name) => name.endsWith('.yml'));

/** Writes each language as the one file that the translation's module reads. */
export function mergeLocales(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of localeFiles()) writeFileSync(path.join(folder, name), readLocale(name));
  return folder;
}
