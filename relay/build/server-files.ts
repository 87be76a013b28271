import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const thread = /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g;

/** Worker threads are entries of their own, which lie beside the file that starts them. */
export function threadsPlugin(): Plugin {
  return {
    name: 'mayfly:threads',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !thread.test(code)) return null;
      return { code: code.replace(thread, "new URL('./$1.js', import.meta.url)"), map: null };
    },
  };
}

/** The steps of the database's schema are read at run time, from a folder beside the code. */
export function migrationsPlugin(folder: string): Plugin {
  return {
    name: 'mayfly:migrations',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        const source = readFileSync(path.join(folder, name));
        this.emitFile({ type: 'asset', fileName: `migrations/${name}`, source });
      }
    },
  };
}
