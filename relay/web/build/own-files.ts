import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

const worker = 'service-worker.js';
const mark = '__OWN_FILES__';
const versionMark = '__OWN_VERSION__';

/** What is fetched anew, and what is needed once in a blue moon: the reader's own analysis, with its words. */
const isLeftOut = (name: string) =>
  name === worker || name === 'index.html' || name.startsWith('assets/mail-worker-');

/** Tells the service worker the files of this build: it keeps these and nothing else. */
export function ownFilesPlugin(publicFolder: string): Plugin {
  return {
    name: 'mayfly:own-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const still = readdirSync(publicFolder, { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.includes('.') && !name.endsWith('.png'),
      );
      const built = Object.keys(bundle).filter((name) => !isLeftOut(name));
      const files = [...built, ...still].toSorted();
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk') throw new Error(`There is no ${worker}`);
      chunk.code = chunk.code
        .replace(mark, JSON.stringify(files).replaceAll('"', '\\"'))
        .replace(versionMark, version);
      if (chunk.code.includes(mark)) throw new Error('The files of the build have no place');
    },
  };
}
