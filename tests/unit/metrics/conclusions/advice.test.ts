import { describe, expect, it } from 'vitest';
import { advise } from '../../../../src/metrics/conclusions/advice';
import { conclusions } from '../../../../src/metrics/conclusions/conclusions';
import type { RunFacts } from '../../../../src/metrics/conclusions/run-facts';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { type Settings, settingsSchema } from '../../../../src/model/settings';
import { allRight, epochs, NO_FACTS, readings } from './facts';

/** What to change after a run with these settings that showed these facts. */
function changes(facts: Partial<RunFacts>, patch: Partial<Settings> = {}): [string, unknown][] {
  const settings = { ...DEFAULT_SETTINGS, ...patch };
  const all = { ...NO_FACTS, ...facts, settings };
  const advice = advise(conclusions(all), all);
  for (const { change } of advice) {
    expect(settingsSchema.safeParse({ ...settings, [change.setting]: change.value }).success).toBe(true);
  }
  return advice.map(({ change }) => [change.setting, change.value]);
}

const overfitted = { training: epochs(55_000, [0.001, 1]), validation: epochs(5000, [0.2, 0.97]) };
const underfitted = { training: epochs(55_000, [0.4, 0.88]), validation: epochs(5000, [0.39, 0.89]) };
const guessing = {
  readings: readings(
    Array.from({ length: 10 }, (_, truth) => ({ truth, predicted: 1, times: 20, probability: 0.1001 })),
  ),
};

describe('advise', () => {
  it('leaves a good run alone', () => {
    const good = {
      readings: readings([...allRight(99), { truth: 4, predicted: 9, times: 10 }]),
      training: epochs(55_000, [0.03, 0.99]),
      validation: epochs(5000, [0.035, 0.989]),
    };
    expect(changes(good)).toEqual([]);
  });

  it('asks for a tenth of the learning rate after divergence', () => {
    expect(changes({ divergedAfter: 3 }, { learningRate: 5 })).toEqual([['learningRate', 0.5]]);
  });

  it('asks for more epochs while validation improves, up to the most there are', () => {
    const improving = {
      training: epochs(55_000, [0.2, 0.94], [0.05, 0.985]),
      validation: epochs(5000, [0.08, 0.975], [0.05, 0.985]),
    };
    expect(changes(improving, { epochs: 2 })).toEqual([['epochs', 4]]);
    expect(changes(improving, { epochs: 60 })).toEqual([['epochs', 100]]);
    expect(changes(improving, { epochs: 100 })).toEqual([]);
  });

  it('answers overfitting with all images first, then with dropout', () => {
    expect(changes(overfitted, { trainingImages: 1000 })).toEqual([['trainingImages', 55_000]]);
    expect(changes(overfitted)).toEqual([['dropout', 0.25]]);
    expect(changes(overfitted, { dropout: 0.3 })).toEqual([['dropout', 0.5]]);
    expect(changes(overfitted, { dropout: 0.6 })).toEqual([]);
  });

  it('asks for no more training images than the data hold', () => {
    const own = { ...overfitted, data: { official: false, train: 12_345 } };
    expect(changes(own, { trainingImages: 1000 })).toEqual([['trainingImages', 12_345]]);
    expect(changes(own, { trainingImages: 55_000 })).toEqual([['dropout', 0.25]]);
    expect(changes({ ...overfitted, data: undefined }, { trainingImages: 1000 })).toEqual([
      ['dropout', 0.25],
    ]);
  });

  it('answers underfitting with what most likely holds the run back', () => {
    expect(changes(underfitted, { activation: 'sigmoid' })).toEqual([['activation', 'relu']]);
    expect(changes(underfitted, { dropout: 0.8 })).toEqual([['dropout', 0.25]]);
    expect(changes(underfitted, { learningRate: 1e-5 })).toEqual([['learningRate', 1e-4]]);
    expect(changes(underfitted, { epochs: 1 })).toEqual([['epochs', 2]]);
  });

  it('takes a run that learnt nothing for one of too long or too short steps', () => {
    expect(changes(guessing, { learningRate: 1 })).toContainEqual(['learningRate', 0.1]);
    expect(changes(guessing, { learningRate: 1e-6 })).toContainEqual(['learningRate', 1e-5]);
    expect(changes(guessing, { activation: 'sigmoid' })).toContainEqual(['activation', 'relu']);
  });

  it('answers half a layer of dead units, not a few', () => {
    const dead = (many: number) => ({
      deadUnits: [
        { layer: 4, dead: Array.from({ length: many }, (_, unit) => unit), units: 128, images: 200 },
      ],
    });
    expect(changes(dead(30))).toEqual([]);
    expect(changes(dead(70))).toEqual([['activation', 'tanh']]);
    expect(changes(dead(70), { learningRate: 0.1 })).toEqual([['learningRate', 0.01]]);
  });

  it('answers overconfidence with label smoothing, and takes it back where it is too much', () => {
    const wrong = { truth: 1, predicted: 7, times: 30 };
    const sure = readings([...allRight(200, 0.999), { ...wrong, probability: 0.999 }]);
    expect(changes({ readings: sure }, { labelSmoothing: 0 })).toEqual([['labelSmoothing', 0.05]]);
    const unsure = readings([...allRight(200, 0.8), { ...wrong, probability: 0.8 }]);
    expect(changes({ readings: unsure }, { labelSmoothing: 0.3 })).toEqual([['labelSmoothing', 0]]);
    expect(changes({ readings: unsure }, { labelSmoothing: 0 })).toEqual([]);
  });

  it('asks for nothing where a person has changed the weights', () => {
    expect(changes(guessing, { learningRate: 1 })).not.toEqual([]);
    expect(changes({ ...guessing, isEdited: true }, { learningRate: 1 })).toEqual([]);
  });

  it('never asks for two values of one setting, nor for more than three changes', () => {
    const all = changes({ ...guessing, ...underfitted, divergedAfter: 9 }, { learningRate: 1 });
    expect(new Set(all.map(([setting]) => setting)).size).toBe(all.length);
    expect(all.length).toBeLessThanOrEqual(3);
  });
});
