import { readFileSync } from 'node:fs';

export const nothing = { passed: 0, failed: 0, skipped: 0, skippedTitles: [] };

export function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    skippedTitles: [...one.skippedTitles, ...other.skippedTitles],
  };
}

export function tallyOfCheck(passed) {
  return { ...nothing, passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * A suite that was to run and counted nothing, or whose program failed without a failed test (a file that could not be
 * loaded, an error outside of a test), counts as one failure.
 */
function withFault(tally, code) {
  const silent = tally.passed + tally.failed === 0 || (code !== 0 && tally.failed === 0);
  return silent ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** Of vitest's JSON report. */
export function tallyOfVitest(file, code) {
  const report = read(file);
  const tests = (report?.testResults ?? []).flatMap((suite) => suite.assertionResults);
  const count = (...states) => tests.filter(({ status }) => states.includes(status));
  const skipped = count('skipped', 'pending', 'todo', 'disabled');
  const tally = {
    passed: count('passed').length,
    failed: count('failed').length,
    skipped: skipped.length,
    skippedTitles: skipped.map(({ fullName }) => fullName),
  };
  return withFault(tally, code);
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** Of Playwright's JSON report. A test that passed at a second try only has failed. */
export function tallyOfPlaywright(file, code) {
  const specs = (read(file)?.suites ?? []).flatMap(specsOf);
  const states = specs.flatMap((spec) =>
    spec.tests.map(({ status }) => ({ status, title: spec.title })),
  );
  const count = (...wanted) => states.filter(({ status }) => wanted.includes(status));
  const skipped = count('skipped');
  const tally = {
    passed: count('expected').length,
    failed: count('unexpected', 'flaky').length,
    skipped: skipped.length,
    skippedTitles: skipped.map(({ title }) => title),
  };
  return withFault(tally, code);
}
