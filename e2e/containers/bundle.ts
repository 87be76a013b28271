import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const relay = path.resolve(import.meta.dirname, '../../relay');

export interface Bundle extends AsyncDisposable {
  readonly entry: string;
}

/** The relay as it lies in the image, in a folder above which there is no node_modules. */
export async function buildBundle(): Promise<Bundle> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-bundle-'));
  const configFile = path.join(relay, 'vite.config.ts');
  const outDir = path.join(folder, 'dist');
  await build({ configFile, logLevel: 'error', build: { outDir } });
  await cp(path.join(relay, 'package.json'), path.join(folder, 'package.json'));
  return {
    entry: path.join(outDir, 'mayfly.js'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
