import path from 'node:path';
import { defineConfig } from 'vite';
import { migrationsPlugin, ownMapsPlugin, threadsPlugin } from './build/server-files.ts';

const root = import.meta.dirname;
const source = (file: string) => path.join(root, 'src', file);

/** The relay with its libraries in a few files, for the image: neither sources nor node_modules lie there. */
export default defineConfig({
  root,
  plugins: [threadsPlugin(), ownMapsPlugin(), migrationsPlugin(source('store/migrations'))],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: path.join(root, 'dist'),
    // Names stay as they are: the log names the place of a fault.
    minify: false,
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: {
        mayfly: source('mayfly.ts'),
        'analysis-worker': source('mail/analysis-worker.ts'),
        'verdict-worker': source('mail/verdict-worker.ts'),
        'sqlite-worker': source('store/sqlite-worker.ts'),
      },
      output: {
        // All in one folder: what a file names beside itself is beside it here, too.
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        sourcemapExcludeSources: true,
      },
    },
  },
});
