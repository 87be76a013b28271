import { prepareExtension } from './extension.mjs';
import { run } from './run.mjs';
import { binFolder } from './toolchain.mjs';

const tool = (name) => `${binFolder}/${name}`;
const packages = ['relay', 'shared', 'extension', 'e2e'];

/** What can be said of the code without running it, longest first. `mend` repairs it, where that can be done. */
export const checks = [
  { name: 'lint and sizes', command: [tool('eslint'), '--quiet', '.'] },
  { name: 'format', command: [tool('oxfmt'), '--check', '.'], mend: 'node_modules/.bin/oxfmt' },
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
  { name: 'types of the web inbox', command: [tool('vue-tsc'), '-p', 'relay/web'] },
  { name: 'types of its service worker', command: [tool('tsc'), '-p', 'relay/web/src/worker'] },
  { name: 'types of shared', command: [tool('vue-tsc'), '-p', 'shared'] },
  { name: 'types of extension', command: [tool('vue-tsc'), '-p', 'extension'] },
  { name: "types of the documents' examples", command: [tool('tsc'), '-p', 'docs/examples'] },
  { name: 'types of e2e', command: [tool('tsc'), '-p', 'e2e'] },
  { name: 'unused code', command: [tool('knip'), '--no-progress'] },
];

/** Runs one check, with its output where it failed. */
export async function runCheck({ name, command: [program, ...args], mend }) {
  const started = performance.now();
  const { code, text } = await run(program, args, { output: 'capture' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(text.trimEnd());
  if (code !== 0 && mend) console.log(`  To mend it: ${mend}`);
  return code === 0;
}

/** Two at a time; the longest come first. */
const atOnce = 2;

/** Types and lint of the extension need the types that WXT writes. */
export async function runChecks(onResult) {
  const { code, text } = await prepareExtension();
  if (code !== 0) console.log(text);
  const waiting = [...checks];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) onResult(await runCheck(next));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
