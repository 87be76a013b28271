import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { building, run } from './run.mjs';
import { root, StepError, toolOf } from './toolchain.mjs';
import { filesIn } from './zip.mjs';

const cwd = path.join(root, 'relay');
const folder = path.join(cwd, 'dist');

/** The relay with its libraries in a few files, as they lie in the image. */
export async function buildRelay() {
  const { code, text } = await run(toolOf('relay', 'vite'), ['build'], { cwd, ...building });
  if (code !== 0) throw new StepError(`The relay could not be built:\n${text}`);
  if (!existsSync(path.join(folder, 'mayfly.js'))) {
    throw new StepError('The build of the relay left no relay/dist/mayfly.js');
  }
}

/** What the image has of Mayfly, by path below /app; build relay and web inbox first. */
export function relayFiles() {
  const below = (name, files) => [...files].map(([file, octets]) => [`${name}/${file}`, octets]);
  return new Map([
    ...below('dist', filesIn(folder)),
    ...below('web/dist', filesIn(path.join(cwd, 'web/dist'))),
    ['package.json', readFileSync(path.join(cwd, 'package.json'))],
  ]);
}
