import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const binFolder = path.join(root, 'node_modules/.bin');

/** The Node that the code is written for. It comes along as a package for Linux; elsewhere the machine's own serves. */
const neededMajor = 24;

/** A fault of the machine or of the code that a person can act on: printed without a stack. */
export class StepError extends Error {}

function majorOf(command) {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}

/** The path of a Node that runs the code; call it after the installation. */
export function findNode() {
  const packaged = path.join(binFolder, 'node');
  for (const candidate of [packaged, process.execPath]) {
    if (existsSync(candidate) && majorOf(candidate) >= neededMajor) return candidate;
  }
  throw new StepError(
    `Mayfly runs on Node ${neededMajor}. It is installed along with the other packages on Linux (x64 and arm64); ` +
      `on this machine (${process.platform} ${process.arch}, Node ${process.version}) please install ` +
      `Node ${neededMajor} or later and run the command again.`,
  );
}

/** The environment for everything that is started from here: the tools of the repository come first. */
export function toolEnvironment(extra = {}) {
  const { PATH = '' } = process.env;
  return { ...process.env, ...extra, PATH: `${binFolder}${path.delimiter}${PATH}` };
}

/** The path of a tool of one package, such as vitest of the relay. */
export function toolOf(folder, name) {
  return path.join(root, folder, 'node_modules/.bin', name);
}
