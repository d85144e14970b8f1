import { expect, test } from '../e2e/test';
import { type Figures, readFigures } from './figures';
import { SOAK_ADDRESS, soakRound } from './round';
import { type Course, courseOf, FEWEST_ROUNDS, type Slack } from './steady';
import { Targets } from './targets';

const MINUTES = Number(process.env.DIGIT_LAB_SOAK_MINUTES ?? 2);

/** By how much each may seem to grow: what the browser itself keeps moves by some percent from round to round. */
const SLACK: Readonly<Record<keyof Figures, Slack>> = {
  'page heap': { share: 0.05, plus: 1e6 },
  'worker heap': { share: 0.05, plus: 5e5 },
  'buffers and WASM': { share: 0.05, plus: 1e6 },
  workers: { share: 0, plus: 0 },
  'DOM nodes': { share: 0.05, plus: 200 },
  listeners: { share: 0.05, plus: 20 },
  tensors: { share: 0, plus: 0 },
  records: { share: 0, plus: 0 },
  'kept bytes': { share: 0.02, plus: 10_000 },
};

test(`a visit of ${MINUTES} minutes leaves memory, workers, the page and what is kept as large as they were`, async ({
  lab,
  page,
}) => {
  test.setTimeout((MINUTES + 10) * 60_000);
  await lab.openWithOwnFiles(SOAK_ADDRESS);
  const targets = await Targets.of(page);
  const rounds: Figures[] = [];
  const end = Date.now() + MINUTES * 60_000;
  while (rounds.length < FEWEST_ROUNDS || Date.now() < end) {
    await soakRound(lab, rounds.length);
    rounds.push(await readFigures(lab, targets));
  }
  const courses = Object.entries(SLACK).map(([name, slack]) =>
    courseOf(
      name,
      rounds.map((figures) => figures[name as keyof Figures]),
      slack,
    ),
  );
  console.log(`${rounds.length} rounds`);
  console.table(courses);
  expect(courses.filter(({ grows }: Course) => grows)).toEqual([]);
});
