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
      const beside = code.replace(thread, "new URL('./$1.js', import.meta.url)");
      return id.endsWith('.ts') && beside !== code ? { code: beside, map: null } : null;
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

/** Node reads all maps at its start: those of libraries would cost more than all the rest. */
export function ownMapsPlugin(): Plugin {
  return {
    name: 'mayfly:own-maps',
    transform(code, id) {
      return id.includes('/node_modules/') ? { code, map: { mappings: '' } } : null;
    },
  };
}
