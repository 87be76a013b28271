import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(?:html|js|css|svg|webmanifest)$/;

/** Lays a `.br` and a `.gz` beside each file of text, so that the relay compresses nothing itself. */
export function compressPlugin(): Plugin {
  return {
    name: 'mayfly:compress',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => text.test(name))) {
        const octets = readFileSync(path.join(dir, file));
        writeFileSync(path.join(dir, `${file}.br`), brotliCompressSync(octets));
        writeFileSync(path.join(dir, `${file}.gz`), gzipSync(octets, { level: 9 }));
      }
    },
  };
}
