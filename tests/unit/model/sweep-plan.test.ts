import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { CHOICES, NUMBERS } from '../../../src/model/setting-tables';
import { MOST_TRIALS, type Sweep, trialCount } from '../../../src/model/sweep';
import { SWEPT_CHOICES, SWEPT_NUMBERS, sweepProblem, workOf } from '../../../src/model/sweep-plan';

const sweep = (changes: Partial<Sweep> = {}): Sweep => ({
  base: { ...DEFAULT_SETTINGS, epochs: 9, trainingImages: 55_000 },
  axes: [{ setting: 'learningRate', from: 0.001, to: 0.1, steps: 5 }],
  method: 'grid',
  draws: 12,
  halving: false,
  ...changes,
});

it('offers every setting that leaves the validation images what they are, and none of where it is computed', () => {
  expect(SWEPT_NUMBERS).toEqual(expect.arrayContaining(['learningRate', 'momentum', 'shift', 'initStd']));
  expect(SWEPT_CHOICES).toEqual(expect.arrayContaining(['optimizer', 'schedule', 'activation', 'init']));
  const given = { ...NUMBERS, ...CHOICES };
  for (const name of [...SWEPT_NUMBERS, ...SWEPT_CHOICES]) {
    expect(['data', 'drawn-digits', 'place']).not.toContain(given[name].effect);
  }
});

describe('what keeps a sweep from being trained', () => {
  const rate = { setting: 'learningRate', from: 0.001, to: 0.1, steps: 9 } as const;
  it.each([
    ['no-axes', { axes: [] }],
    ['no-options', { axes: [rate, { setting: 'optimizer', options: [] }] }],
    ['from-above-to', { axes: [{ ...rate, from: 0.2 }] }],
    ['halved-epochs', { halving: true, axes: [{ setting: 'epochs', from: 1, to: 3, steps: 3 }] }],
    ['too-many', { axes: [rate, { setting: 'dropout', from: 0, to: 0.8, steps: 9 }] }],
    ['too-many', { method: 'random', draws: MOST_TRIALS + 1 }],
    ['unheeded', { axes: [rate, { ...rate, setting: 'momentum', steps: 2 }] }],
    [
      undefined,
      {
        axes: [
          { ...rate, setting: 'momentum', steps: 2 },
          { setting: 'optimizer', options: ['adam', 'sgd', 'momentum'] },
        ],
      },
    ],
    [undefined, { axes: [rate, { setting: 'dropout', from: 0, to: 0.8, steps: 7 }] }],
    [undefined, { method: 'random', draws: MOST_TRIALS, axes: [rate, { ...rate, setting: 'dropout' }] }],
  ] satisfies [string | undefined, Partial<Sweep>][])('is %s', (problem, changes) => {
    expect(sweepProblem(sweep(changes))).toBe(problem);
  });

  it('is counted without making every trial', () => {
    const axes = (['learningRate', 'dropout', 'momentum', 'rotation'] as const).map((setting) => ({
      ...{ setting, from: 0, to: NUMBERS[setting].max, steps: 20 },
    }));
    expect(trialCount(sweep({ axes }))).toBe(20 ** 4);
  });
});

describe('what a sweep takes', () => {
  it('is a run of all epochs a trial', () => {
    expect(workOf(sweep(), 50_000)).toEqual({
      runs: 5,
      parts: [{ epochs: 9, runs: 5 }],
      images: 5 * 9 * 50_000,
    });
  });

  it('is fewer epochs for most where it is halved', () => {
    const { runs, parts, images } = workOf(sweep({ method: 'random', halving: true }), 1000);
    expect(parts).toEqual([
      { epochs: 1, runs: 12 },
      { epochs: 3, runs: 4 },
      { epochs: 9, runs: 2 },
    ]);
    expect(runs).toBe(18);
    expect(images).toBe((12 + 12 + 18) * 1000);
  });

  it('heeds the numbers of epochs and of images that are tried', () => {
    const epochs = sweep({ axes: [{ setting: 'epochs', from: 1, to: 3, steps: 3 }] });
    expect(workOf(epochs, 100)).toMatchObject({ runs: 3, images: 600 });
    const images = sweep({ axes: [{ setting: 'trainingImages', from: 128, to: 512, steps: 2 }] });
    expect(workOf(images, 256)).toMatchObject({ runs: 2, images: 9 * (128 + 256) });
  });
});
