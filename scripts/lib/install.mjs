import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { binFolder, findNode, root, StepError } from './toolchain.mjs';

/** Works on Node 20 and needs no installation of its own. */
export const packageManager = 'pnpm@12.21.0';

const describing = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'extension/package.json',
  'relay/package.json',
  'shared/package.json',
  'e2e/package.json',
];
const stamp = path.join(root, 'node_modules/.mayfly-installed');

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const name of describing) hash.update(readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

function isInstalled(wanted) {
  return existsSync(stamp) && existsSync(binFolder) && readFileSync(stamp, 'utf8') === wanted;
}

/** Installs the npm packages when the lock says something else than what is there. `quiet` keeps standard output free. */
export async function ensureInstalled({ quiet = false } = {}) {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return findNode();
  const say = quiet ? console.error : console.log;
  say('Installing the npm packages (a minute the first time) …');
  rmSync(stamp, { force: true });
  const args = ['-y', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code } = await run('npx', args, {
    env: { CI: 'true' },
    output: quiet ? 'stderr' : 'inherit',
  });
  if (code !== 0) {
    throw new StepError(
      `The npm packages could not be installed (exit code ${code}); the lines above say why. ` +
        'The registry of npm must be reachable, and pnpm-lock.yaml must match the package.json files.',
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return findNode();
}
