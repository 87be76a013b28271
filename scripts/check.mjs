import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { runVitest } from './lib/suites.mjs';
import { add, nothing, tallyOfCheck } from './lib/tally.mjs';

/** Tests without sockets and stores. */
const unit = [
  { folder: 'shared' },
  { folder: 'extension' },
  { folder: 'relay', filters: ['src/core/', 'src/config'] },
];

await main(async () => {
  await ensureInstalled();
  let tally = nothing;
  await runChecks((passed) => (tally = add(tally, tallyOfCheck(passed))));
  for (const { folder, filters } of unit) tally = add(tally, await runVitest(folder, { filters }));
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally.failed === 0 ? 0 : 1;
});
