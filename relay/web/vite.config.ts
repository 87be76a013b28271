import path from 'node:path';
import { slimZod } from '@mayfly/shared/build/slim-zod';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { compressPlugin } from './build/compress.ts';
import { messagesPlugin } from './build/messages.ts';
import { ownFilesPlugin } from './build/own-files.ts';
import { prefetchPlugin } from './build/prefetch.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  // The relay may be reached under a path.
  base: './',
  plugins: [
    vue({ features: { optionsAPI: false } }),
    slimZod(),
    messagesPlugin(),
    ownFilesPlugin(path.join(root, 'public')),
    prefetchPlugin(['talk', 'hpke']),
    compressPlugin(),
  ],
  build: {
    target: 'es2024',
    modulePreload: { polyfill: false },
    // Nothing stands in the page or in a `data:` URL: the policy allows neither.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        main: path.join(root, 'index.html'),
        'service-worker': path.join(root, 'src/worker/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
