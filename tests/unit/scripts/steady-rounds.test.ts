import { expect, it } from 'vitest';
import { withBusyCores } from '../../../scripts/test-run/busy-cores.mjs';
import { ROUNDS, roundRows, steadyPlan } from '../../../scripts/test-run/steady-rounds.mjs';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('runs every suite in three rounds where nothing is named', () => {
  expect(steadyPlan([])).toEqual({
    rounds: ['plain', 'busy', 'throttled'],
    suites: ['browser', 'component', 'e2e'],
    args: [],
  });
});

it('runs the rounds and suites that are named, and gives the rest to the runner of the one suite', () => {
  expect(steadyPlan(['busy'])).toMatchObject({ rounds: ['busy'], suites: ['browser', 'component', 'e2e'] });
  expect(steadyPlan(['busy', 'throttled', 'e2e', 'draw', '-g', 'busy'])).toEqual({
    rounds: ['busy', 'throttled'],
    suites: ['e2e'],
    args: ['draw', '-g', 'busy'],
  });
});

it('refuses arguments that are for no suite', () => {
  expect(() => steadyPlan(['bussy'])).toThrow("'bussy' is no round (plain, busy, throttled)");
  expect(() => steadyPlan(['busy', 'e2e', 'browser', 'draw'])).toThrow("'draw'");
});

it('keeps cores busy while something is done, and no longer, also where that fails', async () => {
  let pids: readonly number[] = [];
  const work = async (processes: readonly number[]) => {
    pids = processes;
    expect(pids.filter(isAlive)).toHaveLength(2);
    throw new Error('failed');
  };
  await expect(withBusyCores(work, 2)).rejects.toThrow('failed');
  expect(pids).toHaveLength(2);
  expect(pids.filter(isAlive)).toEqual([]);
});

it('makes the browser slower in its round alone', async () => {
  const throttle = () => Promise.resolve(process.env.DIGIT_LAB_THROTTLE);
  expect(await ROUNDS.throttled(throttle)).toBe('4');
  expect(await ROUNDS.plain(throttle)).toBeUndefined();
});

it('tables what each suite of each round came to', () => {
  const counts = { passed: 3, failed: 1, skipped: 0 };
  expect(roundRows([{ round: 'busy', results: [{ name: 'e2e', counts, ms: 2000 }] }])).toEqual([
    ['round', 'suite', 'passed', 'failed', 'skipped', 'time'],
    ['busy', 'e2e', 3, 1, 0, '2.0 s'],
  ]);
});
