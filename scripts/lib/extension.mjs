import { existsSync } from 'node:fs';
import path from 'node:path';
import { building, run } from './run.mjs';
import { root, StepError, toolOf } from './toolchain.mjs';

export const extensionFolders = {
  chrome: path.join(root, 'extension/.output/chrome-mv3'),
  firefox: path.join(root, 'extension/.output/firefox-mv3'),
};

const cwd = path.join(root, 'extension');

/** Writes the types that the extension's sources refer to; a build does the same on its way. */
export async function prepareExtension() {
  if (existsSync(path.join(cwd, '.wxt/tsconfig.json'))) return { code: 0, text: '' };
  return await run(toolOf('extension', 'wxt'), ['prepare'], { cwd, output: 'capture' });
}

export async function buildExtension(browser) {
  const options = { cwd, ...building };
  const { code, text } = await run(toolOf('extension', 'wxt'), ['build', '-b', browser], options);
  if (code !== 0) throw new StepError(`The extension could not be built for ${browser}:\n${text}`);
  if (!existsSync(path.join(extensionFolders[browser], 'manifest.json'))) {
    throw new StepError(`The build for ${browser} left no ${extensionFolders[browser]}`);
  }
}

/** Mozilla's own check of what it would be given. Warnings pass: frameworks write innerHTML. */
export async function lintForFirefox() {
  const args = ['lint', '--no-config-discovery', '--source-dir', extensionFolders.firefox];
  const { code, text } = await run(toolOf('extension', 'web-ext'), args, { output: 'capture' });
  if (code !== 0) throw new StepError(`web-ext lint:\n${text}`);
}
