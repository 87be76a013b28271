import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const root = path.resolve(import.meta.dirname, '../..');
export const readText = (name: string): string => readFileSync(path.join(root, name), 'utf8');

export interface Service {
  readonly image: string;
  readonly extends?: { readonly file: string; readonly service: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly [key: string]: unknown;
}

/** A compose file, with what its services take over from another one. */
export function readCompose(name: string): ComposeFile {
  const document: ComposeFile = parse(readText(name));
  const services = Object.entries(document.services).map(([key, service]) => {
    const { extends: base, ...own } = service;
    if (base === undefined) return [key, own];
    return [key, { ...readCompose(base.file).services[base.service], ...own }];
  });
  return { ...document, services: Object.fromEntries(services) };
}

/** What an environment file sets. */
export function readEnvironment(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** As compose does it: `${NAME}`, `${NAME:-what else}` and `${NAME:?why it is needed}`. */
export function interpolate(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind = '', rest = '') => {
      const value = env[name] ?? '';
      if (value === '' && kind === '?') throw new Error(`${name}: ${rest}`);
      return value === '' ? String(rest) : value;
    },
  );
}
