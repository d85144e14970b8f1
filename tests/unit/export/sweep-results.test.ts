import { describe, expect, test } from 'vitest';
import { optunaScript } from '../../../src/export/optuna/optuna';
import { readSweepResults } from '../../../src/export/optuna/sweep-results';
import { NetworkFileError } from '../../../src/export/read/network-file-error';
import { DIGIT_NAMES } from '../../../src/model/class-names';
import { trialsOf } from '../../../src/model/sweep';
import { SWEPT_ELSEWHERE } from '../../fixtures/swept-elsewhere';

const { sweep: SWEEP, results: RESULTS } = SWEPT_ELSEWHERE;
const FORMAT = 'digit-lab sweep results 1';
const file = (changes: object = {}) =>
  JSON.stringify({ format: FORMAT, sweep: SWEEP, results: RESULTS, ...changes });

const codeOf = (text: string): string => {
  try {
    readSweepResults('a', text);
    return 'none';
  } catch (error) {
    return error instanceof NetworkFileError ? `${error.code} ${error.field}`.trim() : String(error);
  }
};

describe('a file of a sweep’s results', () => {
  test('gives the sweep as it was, and what was found of each trial', () => {
    const { sweep, results } = readSweepResults('a', file());
    expect(sweep).toEqual(SWEEP);
    expect(results).toHaveLength(8);
    expect(results[2]).toEqual({ trial: 2, round: 0, validation: { right: 4002, images: 5000 } });
    expect(results[6]).toEqual({ trial: 4, round: 1, validation: undefined });
  });

  test.each([
    ['no JSON', '{', 'damaged'],
    ['another format', file({ format: 'digit-lab sweep results 2' }), 'damaged'],
    ['more than it needs', file({ more: 1 }), 'damaged'],
    ['very much', file({ format: 'x'.repeat(2_000_000) }), 'too-large'],
    ['more right than there are', file({ results: [{ ...RESULTS[0], right: 5001 }] }), 'damaged'],
    ['half a result', file({ results: [{ ...RESULTS[0], right: null }] }), 'damaged'],
    [
      'an unknown setting',
      file({ sweep: { ...SWEEP, axes: [{ setting: 'dataset', options: [] }] } }),
      'damaged',
    ],
    [
      'an unknown option',
      file({ sweep: { ...SWEEP, axes: [{ setting: 'init', options: ['best'] }] } }),
      'damaged',
    ],
    [
      'a range beyond the setting’s',
      file({ sweep: { ...SWEEP, axes: [{ setting: 'learningRate', from: 0.1, to: 1e9, steps: 3 }] } }),
      'damaged',
    ],
    ['no axes', file({ sweep: { ...SWEEP, axes: [] }, results: [] }), 'impossible sweep'],
    [
      'one setting twice',
      file({ sweep: { ...SWEEP, axes: [SWEEP.axes[0], SWEEP.axes[0]] }, results: [] }),
      'impossible sweep',
    ],
    [
      'more trials than there may be',
      file({ sweep: { ...SWEEP, axes: [{ setting: 'seed', count: 64 }, SWEEP.axes[1]] }, results: [] }),
      'impossible sweep',
    ],
    ['a trial that there is not', file({ results: [{ ...RESULTS[0], trial: 6 }] }), 'impossible results'],
    ['a round that there is not', file({ results: [{ ...RESULTS[0], round: 3 }] }), 'impossible results'],
    ['a result twice', file({ results: [RESULTS[0], RESULTS[0]] }), 'impossible results'],
  ])('is refused with %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

test('the program for Optuna has the page’s trials, and the sweep as it was', () => {
  const script = optunaScript(SWEEP, 'sweep.py', DIGIT_NAMES);
  const trials = trialsOf(SWEEP).map(
    ({ learningRate, activation }) => `    {"learningRate": ${learningRate}, "activation": "${activation}"},`,
  );
  expect(script).toContain(`TRIALS = [\n${trials.join('\n')}\n]`);
  expect(script).toContain('ROUNDS = [\n    {"epochs": 3, "trials": 6},\n    {"epochs": 9, "trials": 2},\n]');
  const [, written] = /^SWEEP = (.*)$/m.exec(script) ?? [];
  expect(JSON.parse(JSON.parse(written ?? ''))).toEqual(SWEEP);
});
