import { readFileSync } from 'node:fs';

export const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A runner that crashed leaves no report, or half of one. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts of a report that Vitest's reporter 'json' wrote. */
export function vitestCounts(path) {
  const report = readReport(path);
  if (!report) return NO_COUNTS;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Counts of a report that Playwright's reporter 'json' wrote. */
export function playwrightCounts(path) {
  const report = readReport(path);
  if (!report) return NO_COUNTS;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** 'title: reason' of each test that a report of Playwright calls skipped; its own reporter leaves out the reason. */
export function playwrightSkips(path) {
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const skips = specsOf(readReport(path) ?? {}).flatMap(({ title, tests }) =>
    tests
      .flatMap(({ annotations }) => annotations)
      .filter(({ type }) => type === 'skip')
      .map(({ description }) => `${title}: ${description ?? 'no reason given'}`),
  );
  return [...new Set(skips)];
}
