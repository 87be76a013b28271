import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { building, run } from './run.mjs';
import { root, StepError, toolOf } from './toolchain.mjs';

const cwd = path.join(root, 'relay/web');

/**
 * What all scripts of the page may weigh together, compressed by gzip; the first view loads a part of them. The thread that
 * reads mail which the relay could not, with the words of thirty languages, is loaded for such mail alone.
 */
const mostScriptBytes = 120_000;
const isForAllMail = (name) => name.endsWith('.js.gz') && !/mail-worker-/.test(name);

function scriptBytes(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(isForAllMail)
    .reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

/** Lays the web inbox where the relay looks for it at its start. */
export async function buildWeb() {
  const { code, text } = await run(toolOf('relay', 'vite'), ['build'], { cwd, ...building });
  if (code !== 0) throw new StepError(`The web inbox could not be built:\n${text}`);
  if (!existsSync(path.join(cwd, 'dist/index.html'))) {
    throw new StepError('The build of the web inbox left no relay/web/dist/index.html');
  }
  const bytes = scriptBytes(path.join(cwd, 'dist'));
  if (bytes > mostScriptBytes) {
    throw new StepError(`The scripts of the web inbox have ${bytes} bytes, of ${mostScriptBytes}`);
  }
}
