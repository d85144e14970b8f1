import { withBusyCores } from './busy-cores.mjs';
import { duration } from './summary.mjs';

/** How much slower Chromium's processor is made. */
const THROTTLE = '4';

/** What each round does to the machine while the suites run. */
export const ROUNDS = {
  plain: (work) => work(),
  busy: (work) => withBusyCores(() => work()),
  async throttled(work) {
    process.env.DIGIT_LAB_THROTTLE = THROTTLE;
    try {
      return await work();
    } finally {
      delete process.env.DIGIT_LAB_THROTTLE;
    }
  },
};

const STEADY_SUITES = ['browser', 'component', 'e2e'];

/**
 * What is asked for by words: names of rounds, then names of suites, then arguments for the runner of one suite.
 * @throws Error where arguments are for no suite or for several
 */
export function steadyPlan(words) {
  const isRound = (word) => Object.hasOwn(ROUNDS, word);
  const isSuite = (word) => STEADY_SUITES.includes(word);
  const end = words.findIndex((word) => !isRound(word) && !isSuite(word));
  const names = end < 0 ? words : words.slice(0, end);
  const args = end < 0 ? [] : words.slice(end);
  const some = (wanted, all) => (wanted.length > 0 ? wanted : all);
  const rounds = some(names.filter(isRound), Object.keys(ROUNDS));
  const suites = some(names.filter(isSuite), STEADY_SUITES);
  if (args.length > 0 && suites.length !== 1) {
    throw new Error(
      `'${args[0]}' is no round (${Object.keys(ROUNDS).join(', ')}) and no suite (${STEADY_SUITES.join(', ')}); arguments for a runner follow the name of its suite.`,
    );
  }
  return { rounds, suites, args };
}

/** Rows of a table: what each suite of each round came to. */
export const roundRows = (rounds) => [
  ['round', 'suite', 'passed', 'failed', 'skipped', 'time'],
  ...rounds.flatMap(({ round, results }) =>
    results.map(({ name, counts, ms }) => [
      round,
      name,
      counts.passed,
      counts.failed,
      counts.skipped,
      duration(ms),
    ]),
  ),
];
