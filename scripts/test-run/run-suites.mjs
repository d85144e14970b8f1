import { SUITES } from './suites.mjs';
import { countsOf, duration, sentence, skips } from './summary.mjs';
import { Turn } from './turn.mjs';

/** Runs one suite. A suite can fail without a failing test: by a type error, by a crash, or because no test ran. */
async function runSuite(name, args, turn) {
  turn.say(`\n=== ${name} ===`);
  const start = performance.now();
  const { ok, tests } = await SUITES[name](args, turn).catch((error) => {
    turn.say(`${name}: ${error.message}`);
    return { ok: false };
  });
  for (const skip of skips(tests ?? [])) turn.say(`skipped: ${skip}`);
  const isEmpty = ok && tests?.every(({ status }) => status === 'skipped');
  if (isEmpty) turn.say(`${name}: no test ran, which counts as a failure`);
  const counts = countsOf(tests ?? []);
  const passed = ok && !isEmpty;
  if (!passed && counts.failed === 0) counts.failed = 1;
  const ms = performance.now() - start;
  const told = tests === undefined ? '' : `${sentence(counts)}, `;
  turn.say(`=== ${name}: ${passed ? 'ok' : 'FAILED'}, ${told}${duration(ms)} ===`);
  return { name, ok: passed, tests: tests ?? [], counts, ms };
}

/**
 * Runs rows of suites: those of a row side by side, printed one after the other.
 * @param argsOf - what a suite passes on to its runner
 * @param goesOn - whether the rows after a failure run too
 */
export async function runRows(rows, argsOf, { goesOn = false } = {}) {
  const results = [];
  for (const row of rows) {
    const begun = row.map((name) => {
      const turn = new Turn();
      return { turn, result: runSuite(name, argsOf(name), turn) };
    });
    for (const { turn, result } of begun) {
      turn.open();
      results.push(await result);
    }
    if (!goesOn && results.some(({ ok }) => !ok)) break;
  }
  return results;
}
