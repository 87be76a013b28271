import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';
import { tallyOfPlaywright, tallyOfVitest } from './tally.mjs';
import { root, toolOf } from './toolchain.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'mayfly-reports-'));

/** Runs vitest in a package; `filters` name files, all of them by default. */
export async function runVitest(folder, { filters = [], env = {}, label = folder } = {}) {
  const report = path.join(reports, `${label.replaceAll(/\W/g, '-')}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const cwd = path.join(root, folder);
  const { code } = await run(toolOf(folder, 'vitest'), [...args, ...filters], { cwd, env });
  return tallyOfVitest(report, code);
}

/** Runs the journeys in real browsers. */
export async function runJourneys({ env = {} } = {}) {
  const report = path.join(reports, 'journeys.json');
  const { code } = await run(toolOf('e2e', 'playwright'), ['test', '--reporter=list,json'], {
    cwd: path.join(root, 'e2e'),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return tallyOfPlaywright(report, code);
}
