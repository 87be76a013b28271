import { checks, runChecks } from './lib/checks.mjs';
import { buildExtension, lintForFirefox } from './lib/extension.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { runJourneys, runVitest } from './lib/suites.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { add, nothing, tallyOfCheck } from './lib/tally.mjs';
import { StepError } from './lib/toolchain.mjs';
import { buildWeb } from './lib/web.mjs';

/** Whether a step succeeded; says why not. */
async function succeeds(name, step) {
  try {
    await step();
    console.log(`  ok     ${name}`);
    return true;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.log(`  FAILED ${name}\n${error.message}`);
    return false;
  }
}

const buildSteps = [
  ['build of the web inbox', buildWeb],
  ['build for Chrome', () => buildExtension('chrome')],
  ['build for Firefox', () => buildExtension('firefox')],
  ['web-ext lint', lintForFirefox],
];

const suite = (folder, env) => ({
  name: `${folder}: unit and integration`,
  run: async (count) => count(await runVitest(folder, { env })),
});

/** Everything that is tested, in the order in which a fault is cheapest to find. */
function stages(env) {
  return [
    {
      name: `checks (${checks.length}, each counted as one)`,
      run: async (count) => runChecks((passed) => count(tallyOfCheck(passed))),
    },
    // Among the extension's tests are some of what was built.
    ...['shared', 'relay'].map((folder) => suite(folder, env)),
    {
      name: `builds (${buildSteps.length} steps, each counted as one)`,
      run: async (count) => {
        for (const [name, step] of buildSteps) count(tallyOfCheck(await succeeds(name, step)));
      },
    },
    suite('extension', env),
    {
      name: 'faults: kills, broken stores, hostile mail',
      run: async (count) => count(await runVitest('e2e', { env, label: 'faults' })),
    },
    { name: 'journeys in browsers', run: async (count) => count(await runJourneys({ env })) },
  ];
}

/** A test that does not run is said loudly; where nobody watches it is a fault. */
function reportSkipped({ skipped, skippedTitles }) {
  if (skipped === 0) return;
  console.log(`\nNOT RUN (${skipped}):`);
  for (const title of skippedTitles) console.log(`  ${title}`);
  if (process.env.CI) console.log('With CI set a skipped test fails the run.');
}

function sayTally({ passed, failed, skipped }) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

async function runAll(long) {
  console.log('== installation');
  await ensureInstalled();
  await ensureSystemPackages();
  let tally = nothing;
  for (const { name, run } of stages(long ? { MAYFLY_TEST_LONG: '1' } : {})) {
    const started = performance.now();
    console.log(`\n== ${name}`);
    let here = nothing;
    await run((more) => (here = add(here, more)));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `-- ${name}: ${here.passed} passed, ${here.failed} failed, ${here.skipped} skipped (${seconds} s)`,
    );
    tally = add(tally, here);
  }
  return tally;
}

await main(async (args) => {
  try {
    const tally = await runAll(args.includes('--long'));
    reportSkipped(tally);
    console.log('');
    sayTally(tally);
    return tally.failed > 0 || (process.env.CI && tally.skipped > 0) ? 1 : 0;
  } catch (error) {
    console.log(error instanceof StepError ? `\n${error.message}\n` : error);
    sayTally({ passed: 0, failed: 1, skipped: 0 });
    return 1;
  }
});
