import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { root, StepError, toolOf } from './toolchain.mjs';

const cwd = path.join(root, 'relay/web');

/** Lays the web inbox where the relay looks for it at its start. */
export async function buildWeb() {
  const { code, text } = await run(toolOf('relay', 'vite'), ['build'], { cwd, output: 'capture' });
  if (code !== 0) throw new StepError(`The web inbox could not be built:\n${text}`);
  if (!existsSync(path.join(cwd, 'dist/index.html'))) {
    throw new StepError('The build of the web inbox left no relay/web/dist/index.html');
  }
}
