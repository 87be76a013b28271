import { prepareExtension } from './extension.mjs';
import { run } from './run.mjs';
import { binFolder } from './toolchain.mjs';

const tool = (name) => `${binFolder}/${name}`;
const packages = ['relay', 'shared', 'extension', 'e2e'];

/** What can be said of the code without running it. `mend` is the command that repairs it, where there is one. */
export const checks = [
  { name: 'format', command: [tool('oxfmt'), '--check', '.'], mend: 'node_modules/.bin/oxfmt' },
  { name: 'lint and sizes', command: [tool('eslint'), '--quiet', '.'] },
  {
    name: 'boundaries and cycles',
    command: [
      tool('depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      '-T',
      'err-long',
      ...packages,
    ],
  },
  { name: 'types of relay', command: [tool('tsc'), '-p', 'relay'] },
  { name: 'types of shared', command: [tool('vue-tsc'), '-p', 'shared'] },
  { name: 'types of extension', command: [tool('vue-tsc'), '-p', 'extension'] },
  { name: 'types of e2e', command: [tool('tsc'), '-p', 'e2e'] },
  { name: 'unused code', command: [tool('knip'), '--no-progress'] },
];

/** Runs one check, with its output where it failed; with `loud` also where it passed (warnings). */
export async function runCheck({ name, command: [program, ...args], mend }) {
  const started = performance.now();
  const { code, text } = await run(program, args, { output: 'capture' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(text.trimEnd());
  if (code !== 0 && mend) console.log(`  To mend it: ${mend}`);
  return code === 0;
}

/** Types and lint of the extension need the types that WXT writes. */
export async function runChecks(onResult) {
  const { code, text } = await prepareExtension();
  if (code !== 0) console.log(text);
  for (const check of checks) onResult(await runCheck(check));
}
