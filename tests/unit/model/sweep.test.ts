import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { type Settings, settingsSchema } from '../../../src/model/settings';
import {
  MOST_TRIALS,
  nextTrial,
  roundsOf,
  type Sweep,
  type SweepResult,
  trialCount,
  trialsOf,
} from '../../../src/model/sweep';

const BASE = { ...DEFAULT_SETTINGS, epochs: 9 };
const sweep = (changes: Partial<Sweep> = {}): Sweep => ({
  base: BASE,
  axes: [
    { setting: 'learningRate', from: 0.001, to: 0.1, steps: 3 },
    { setting: 'optimizer', options: ['adam', 'sgd'] },
  ],
  method: 'grid',
  draws: 12,
  halving: false,
  ...changes,
});

/** Trains everything, by a function that says how well; in the order in which it was asked for. */
function trained(of: Sweep, accuracyOf: (trial: number, epochs: number) => number | undefined) {
  const results: (SweepResult & { epochs: number })[] = [];
  for (let next = nextTrial(of, results); next; next = nextTrial(of, results)) {
    const { trial, round, settings } = next;
    results.push({ trial, round, epochs: settings.epochs, accuracy: accuracyOf(trial, settings.epochs) });
    if (results.length > 1000) throw new Error('no end');
  }
  return results;
}

describe('a sweep', () => {
  it('tries every combination, numbers in the scale of their setting', () => {
    const found = trialsOf(sweep()).map(({ learningRate, optimizer }) => [learningRate, optimizer]);
    expect(found).toEqual([
      [0.001, 'adam'],
      [0.001, 'sgd'],
      [0.01, 'adam'],
      [0.01, 'sgd'],
      [0.1, 'adam'],
      [0.1, 'sgd'],
    ]);
  });

  it('draws the same at every time, each draw within what was asked for', () => {
    const random = sweep({ method: 'random', draws: 30 });
    const found = trialsOf(random);
    expect(found).toEqual(trialsOf(random));
    expect(found).toHaveLength(30);
    const rates = found.map(({ learningRate }) => learningRate);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.001);
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.1);
    // Evenly in the logarithm: about half lie below the geometric mean.
    const below = rates.filter((rate) => rate < 0.01).length;
    expect(below).toBeGreaterThan(7);
    expect(below).toBeLessThan(23);
    expect(new Set(found.map(({ optimizer }) => optimizer))).toEqual(new Set(['adam', 'sgd']));
  });

  it('draws no combination twice, and no more than there are', () => {
    const optimizers = { setting: 'optimizer', options: ['adam', 'sgd', 'rmsprop'] } as const;
    const epochs = { setting: 'epochs', from: 1, to: 4, steps: 2 } as const;
    const few = sweep({ method: 'random', draws: 30, axes: [optimizers, epochs] });
    const of = (settings: Settings) => `${settings.optimizer} ${settings.epochs}`;
    expect(new Set(trialsOf(few).map(of)).size).toBe(12);
    expect(trialsOf(few)).toHaveLength(12);
    expect(trialCount(few)).toBe(12);
    const some = sweep({ method: 'random', draws: 9, axes: [optimizers, epochs] });
    expect(new Set(trialsOf(some).map(of)).size).toBe(9);
    // Of what is rounded to the same there is one.
    const close = { setting: 'learningRate', from: 0.00999, to: 0.01, steps: 2 } as const;
    const rates = trialsOf(sweep({ method: 'random', draws: 30, axes: [close] })).map(
      ({ learningRate }) => learningRate,
    );
    expect(rates.toSorted()).toEqual([0.00999, 0.01]);
  });

  it('makes settings that the lab takes, and no more of them than it trains', () => {
    const many = sweep({
      axes: [
        { setting: 'batchSize', from: 1, to: 1024, steps: 20 },
        { setting: 'momentum', from: 0, to: 0.99, steps: 20 },
      ],
    });
    const found = trialsOf(many);
    expect(found).toHaveLength(MOST_TRIALS);
    for (const settings of found) expect(settingsSchema.safeParse(settings).success).toBe(true);
  });

  it('tries the seeds that follow the base’s, after the last the first', () => {
    const base = { ...BASE, seed: 2 ** 32 - 2 };
    const seeds = (changes: Partial<Sweep>) =>
      trialsOf(sweep({ base, axes: [{ setting: 'seed', count: 4 }], ...changes })).map(({ seed }) => seed);
    expect(seeds({})).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0, 1]);
    expect(seeds({ method: 'random', draws: 40 }).toSorted()).toEqual(seeds({}).toSorted());
  });

  it('tries no whole number twice', () => {
    const close = sweep({ axes: [{ setting: 'shift', from: 0, to: 0, steps: 3 }] });
    expect(trialsOf(close)).toHaveLength(1);
    const whole = sweep({ axes: [{ setting: 'epochs', from: 1, to: 3, steps: 7 }] });
    expect(trialsOf(whole).map(({ epochs }) => epochs)).toEqual([1, 2, 3]);
    expect(trained(whole, () => 1).map(({ epochs }) => epochs)).toEqual([1, 2, 3]);
  });

  it('refuses a choice that there is not', () => {
    expect(() => trialsOf(sweep({ axes: [{ setting: 'optimizer', options: ['magic'] }] }))).toThrow(/magic/);
  });

  it('trains each trial once with all epochs where none is to be left out', () => {
    const results = trained(sweep(), () => 0.9);
    expect(results.map(({ trial, epochs }) => [trial, epochs])).toEqual(
      [0, 1, 2, 3, 4, 5].map((i) => [i, 9]),
    );
  });

  it('goes on with the best third, for three times the epochs', () => {
    const halving = sweep({ method: 'random', draws: 12, halving: true });
    expect(roundsOf(halving, 12)).toEqual([
      { epochs: 1, trials: 12 },
      { epochs: 3, trials: 4 },
      { epochs: 9, trials: 2 },
    ]);
    const results = trained(halving, (trial) => trial / 12);
    const inRound = (round: number) => results.filter((one) => one.round === round).map(({ trial }) => trial);
    expect(inRound(1)).toEqual([8, 9, 10, 11]);
    expect(inRound(2)).toEqual([10, 11]);
  });

  it('puts a run that failed behind all others', () => {
    const halving = sweep({ method: 'random', draws: 3, halving: true });
    const results = trained(halving, (trial, epochs) =>
      trial === 0 ? undefined : epochs === 3 ? 0.1 : 0.05,
    );
    expect(results.filter(({ round }) => round > 0).every(({ trial }) => trial !== 0)).toBe(true);
  });

  it('asks for what is left, wherever it was broken off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.nat(),
        (draws, epochs, halving, brokenOff) => {
          const of = sweep({ base: { ...BASE, epochs }, method: 'random', draws, halving });
          const accuracy = (trial: number) => ((trial * 7) % 11) / 11;
          const whole = trained(of, accuracy);
          const kept = whole.slice(0, brokenOff % (whole.length + 1));
          const next = nextTrial(of, kept);
          expect(next && { trial: next.trial, round: next.round }).toEqual(
            kept.length < whole.length
              ? { trial: whole[kept.length]?.trial, round: whole[kept.length]?.round }
              : undefined,
          );
          expect(whole.at(-1)?.epochs).toBe(epochs);
        },
      ),
    );
  });
});
