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
 * Begins the suites of a lane, one after the other; each answers its result, or nothing where one before it failed.
 */
function beginLane(names, argsOf, goesOn) {
  let before = Promise.resolve({ ok: true });
  return names.map((name) => {
    const turn = new Turn();
    const result = before.then((last) =>
      last?.ok || goesOn ? runSuite(name, argsOf(name), turn) : undefined,
    );
    before = result;
    return { turn, result };
  });
}

/**
 * Runs rows of lanes: the lanes of a row side by side, the suites of a lane one after the other, printed one by one.
 * @param rows - a lane of one suite is its name
 * @param argsOf - what a suite passes on to its runner
 * @param goesOn - whether what comes after a failure runs too
 */
export async function runRows(rows, argsOf, { goesOn = false } = {}) {
  const results = [];
  for (const row of rows) {
    const begun = row.flatMap((lane) => beginLane([lane].flat(), argsOf, goesOn));
    for (const { turn, result } of begun) {
      turn.open();
      const ended = await result;
      if (ended) results.push(ended);
    }
    if (!goesOn && results.some(({ ok }) => !ok)) break;
  }
  return results;
}
