// Runs the suites in browsers on a machine as it is, on a busy one and on a slow one, to find tests that depend on speed:
// node scripts/test-steady.mjs [plain] [busy] [throttled] [browser] [component] [e2e [arguments...]]
import { runRows } from './test-run/run-suites.mjs';
import { ROUNDS, roundRows, steadyPlan } from './test-run/steady-rounds.mjs';
import { failures, table } from './test-run/summary.mjs';

function plan() {
  try {
    return steadyPlan(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    return process.exit(2);
  }
}

const { rounds, suites, args } = plan();
const done = [];
const built = suites.includes('e2e') ? await runRows([['build']], () => []) : [];
if (built.every(({ ok }) => ok)) {
  for (const round of rounds) {
    console.log(`\n##### ${round} #####`);
    process.env.DIGIT_LAB_TEST_RESULTS = `test-results/steady-${round}`;
    const rows = suites.map((suite) => [suite]);
    const results = await ROUNDS[round](() => runRows(rows, () => args, { goesOn: true }));
    done.push({ round, results });
  }
}
for (const { round, results } of done) {
  const lines = failures(results.flatMap(({ tests }) => tests));
  if (lines.length > 0) console.log(['', `Failed, ${round}:`, ...lines].join('\n'));
}
console.log(['', ...table(roundRows(done))].join('\n'));
const isSteady = done.length > 0 && done.every(({ results }) => results.every(({ ok }) => ok));
console.log(isSteady ? '\nSteady: not one failure.' : '\nNot steady.');
process.exitCode = isSteady ? 0 : 1;
