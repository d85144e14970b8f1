// Runs all checks, or only the suite that is named: node scripts/test.mjs [suite [arguments...]]
import { runRows } from './test-run/run-suites.mjs';
import { alone, EVERYTHING, SUITES } from './test-run/suites.mjs';
import { addCounts, duration, failures, NO_COUNTS, sentence, slowest } from './test-run/summary.mjs';

/** What all of it may take on two cores. A slower machine is no reason to fail, but one to say so. */
const TOTAL_LIMIT_MS = 8 * 60_000;

const [only, ...args] = process.argv.slice(2);
if (only !== undefined && !Object.hasOwn(SUITES, only)) {
  console.error(`There is no suite '${only}'. There are: ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
const begun = performance.now();
const results = await runRows(only === undefined ? EVERYTHING : alone(only), (suite) =>
  suite === only ? args : [],
);
const took = performance.now() - begun;
const tests = results.flatMap((result) => result.tests);
const print = (heading, lines) => {
  if (lines.length > 0) console.log(['', heading, ...lines].join('\n'));
};
print('The slowest tests:', slowest(tests));
print('Failed:', failures(tests));
console.log(
  `\nAll in ${duration(took)}: ${results.map(({ name, ms }) => `${name} ${duration(ms)}`).join(', ')}.`,
);
if (only === undefined && took > TOTAL_LIMIT_MS) {
  console.log(`Warning: that is more than the ${duration(TOTAL_LIMIT_MS)} it should take.`);
}
const total = results.reduce((sum, { counts }) => addCounts(sum, counts), NO_COUNTS);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
