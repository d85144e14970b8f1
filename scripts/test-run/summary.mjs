export const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 };

export function countsOf(tests) {
  const counts = { ...NO_COUNTS };
  for (const { status } of tests) counts[status] += 1;
  return counts;
}

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const placeOf = ({ file, line }) => (line === undefined ? file : `${file}:${line}`);

/** The tests that took longest, a line each. */
export function slowest(tests, count = 10) {
  return tests
    .filter(({ status }) => status !== 'skipped')
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map((test) => `${duration(test.ms).padStart(11)}  ${placeOf(test)}  ${test.name}`);
}

/** 'title: reason' of each skipped test that has a reason, once. */
export const skips = (tests) => [
  ...new Set(tests.flatMap(({ name, reason }) => (reason === undefined ? [] : [`${name}: ${reason}`]))),
];

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const asPattern = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What Vitest finds these tests by, and no others. */
export const testsPattern = (tests) => tests.map(({ name }) => `^${asPattern(name)}$`).join('|');

/** The line that runs one test again and no other. */
export function rerunLine({ suite, file, line, name }) {
  if (line !== undefined) return `npm run test:${suite} -- ${file}:${line}`;
  const wanted = name === '' ? file : `${file} -t ${quoted(testsPattern([{ name }]))}`;
  // What follows `npm run test:lint --` goes to the linter.
  return suite === 'lint'
    ? `npx vitest run --project architecture ${wanted}`
    : `npm run test:${suite} -- ${wanted}`;
}

/** What a person needs for each test that failed: what was wrong, where, with what, and how to see it again. */
export const failures = (tests) =>
  tests
    .filter(({ status }) => status === 'failed')
    .flatMap((test) => [
      `✗ ${placeOf(test)}  ${test.name}`,
      ...(test.problem ? [`    ${test.problem}`] : []),
      ...(test.address ? [`    at ${test.address}`] : []),
      ...(test.left ?? []).map((path) =>
        path.endsWith('.zip') ? `    trace: npx playwright show-trace ${path}` : `    left: ${path}`,
      ),
      `    again: ${rerunLine(test)}`,
    ]);

/** Rows of equal width, the first one the heading. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
      )
      .join('  '),
  );
}
