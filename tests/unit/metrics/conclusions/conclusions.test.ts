import { describe, expect, it } from 'vitest';
import { conclusions } from '../../../../src/metrics/conclusions/conclusions';
import type { Finding, FindingCode } from '../../../../src/metrics/conclusions/finding';
import type { RunFacts } from '../../../../src/metrics/conclusions/run-facts';
import { wilson } from '../../../../src/metrics/interval';
import { normalQuantile } from '../../../../src/metrics/normal';
import { allRight, epochs, NO_FACTS, readings } from './facts';

const conclude = (facts: Partial<RunFacts>): Finding[] => conclusions({ ...NO_FACTS, ...facts });

function find(facts: Partial<RunFacts>, code: FindingCode): Finding | undefined {
  return conclude(facts).find((finding) => finding.code === code);
}

describe('conclusions', () => {
  it('has nothing to say where nothing is known', () => {
    expect(conclude({})).toEqual([]);
  });

  it('begins with the overall quality and its interval', () => {
    const [first] = conclude({
      readings: readings([...allRight(100), { truth: 4, predicted: 9, times: 20 }]),
    });
    expect(first).toEqual({
      code: 'quality',
      figures: { right: 1000, images: 1020, accuracy: 1000 / 1020, ...wilson(1000, 1020) },
      select: {},
    });
  });

  it('names the most confused pairs with their cells, three at most', () => {
    const found = conclude({
      readings: readings([
        ...allRight(100),
        { truth: 4, predicted: 9, times: 12 },
        { truth: 7, predicted: 2, times: 5 },
        { truth: 3, predicted: 5, times: 4 },
        { truth: 1, predicted: 7, times: 3 },
      ]),
    }).filter(({ code }) => code === 'confused');
    expect(found.map(({ figures }) => figures)).toEqual([
      { truth: 4, predicted: 9, count: 12, support: 112 },
      { truth: 7, predicted: 2, count: 5, support: 105 },
      { truth: 3, predicted: 5, count: 4, support: 104 },
    ]);
    expect(found[0]?.select).toEqual({ cell: { truth: 4, predicted: 9 } });
  });

  it('calls errors scattered where no pair came up three times', () => {
    const pairs = [
      { truth: 4, predicted: 9, times: 2 },
      { truth: 7, predicted: 2, times: 1 },
    ];
    const facts = { readings: readings([...allRight(100), ...pairs]) };
    expect(find(facts, 'scattered')?.figures).toEqual({ errors: 3, pairs: 2, most: 2 });
    expect(find(facts, 'confused')).toBeUndefined();
  });

  it('says so where there is no error', () => {
    expect(find({ readings: readings(allRight(10)) }, 'no-errors')?.figures).toEqual({ images: 100 });
  });

  it('selects the error that the network is surest of', () => {
    const facts = {
      readings: readings([
        ...allRight(10),
        { truth: 4, predicted: 9, times: 1, probability: 0.75 },
        { truth: 8, predicted: 3, times: 1, probability: 0.875 },
      ]),
    };
    expect(find(facts, 'surest-error')).toEqual({
      code: 'surest-error',
      figures: { truth: 8, predicted: 3, probability: 0.875 },
      select: { cell: { truth: 8, predicted: 3 }, image: { set: 'test', position: 1101 } },
    });
  });

  it('names the weakest digit only where that is no chance', () => {
    const weak = { readings: readings([...allRight(480), { truth: 5, predicted: 3, times: 40 }]) };
    expect(find(weak, 'weakest')).toMatchObject({
      // Wide enough for ten digits at once: 1 − 0.05 / 20 of the normal distribution lies below 2.807.
      figures: { digit: 5, recall: 480 / 520, ...wilson(480, 520, normalQuantile(1 - 0.05 / 20)) },
      select: { digit: 5 },
    });
    const everywhere = allRight(6).map(({ truth, times }) => ({ truth, predicted: (truth + 1) % 10, times }));
    const some = { truth: 5, predicted: 3, times: 4 };
    const even = { readings: readings([...allRight(480), ...everywhere, some]) };
    expect(find(even, 'weakest')).toBeUndefined();
    expect(find(even, 'even')).toMatchObject({ figures: { digit: 5 } });
  });

  it('tells guessing from reading, and then blames no digit', () => {
    const always1 = Array.from({ length: 10 }, (_, truth) => ({
      truth,
      predicted: 1,
      times: truth === 1 ? 60 : 50,
    }));
    const validation = epochs(5000, [2.6, 0.1], [2.3, 0.11]);
    const training = epochs(55_000, [3, 0.1], [2.4, 0.1]);
    const found = conclude({ readings: readings(always1), training, validation });
    // Though it is overconfident too.
    expect(found.map(({ code }) => code)).toEqual(['quality', 'chance']);
    expect(found[1]?.figures).toMatchObject({ digit: 1, guess: 60 / 510, accuracy: 60 / 510 });
  });

  it('sees overfitting in a gap between training and validation that is wide and no chance', () => {
    const training = epochs(55_000, [0.001, 1]);
    const wide = { training, validation: epochs(5000, [0.1, 0.98]) };
    expect(find(wide, 'overfitting')?.figures).toMatchObject({ training: 1, validation: 0.98 });
    expect(find({ training, validation: epochs(5000, [0.03, 0.9945]) }, 'overfitting')).toBeUndefined();
    // The same gap on few images may be chance.
    expect(find({ training, validation: epochs(50, [0.1, 0.98]) }, 'overfitting')).toBeUndefined();
  });

  it('sees a validation loss that rises while the training loss falls', () => {
    const validation = epochs(5000, [0.1, 0.97], [0.05, 0.985], [0.06, 0.985]);
    const training = epochs(55_000, [0.2, 0.95], [0.05, 0.985], [0.02, 0.988]);
    const found = find({ training, validation }, 'loss-rises');
    expect(found?.figures).toEqual({ bestLoss: 0.05, bestEpoch: 2, loss: 0.06, epoch: 3 });
    const wobble = epochs(5000, [0.1, 0.97], [0.05, 0.985], [0.052, 0.985]);
    expect(find({ training, validation: wobble }, 'loss-rises')).toBeUndefined();
  });

  it('sees underfitting where training and validation are both too low', () => {
    const low = { training: epochs(55_000, [0.4, 0.88]), validation: epochs(5000, [0.39, 0.89]) };
    expect(find(low, 'underfitting')?.figures).toEqual({ training: 0.88, validation: 0.89, expected: 0.98 });
    // The mean over the first epoch counts its first batches too.
    const first = { training: epochs(55_000, [0.2, 0.94]), validation: epochs(5000, [0.05, 0.985]) };
    expect(find(first, 'underfitting')).toBeUndefined();
  });

  it('expects nothing of data that are not MNIST', () => {
    const low = { training: epochs(55_000, [0.4, 0.88]), validation: epochs(5000, [0.39, 0.89]) };
    expect(find({ ...low, data: { official: false, train: 55_000 } }, 'underfitting')).toBeUndefined();
    expect(find({ ...low, data: undefined }, 'underfitting')).toBeUndefined();
  });

  it('sees that validation still improves, and does not say it of an overfitting run', () => {
    const validation = epochs(5000, [0.08, 0.975], [0.05, 0.985]);
    const training = epochs(55_000, [0.2, 0.94], [0.05, 0.985]);
    expect(find({ training, validation }, 'improving')?.figures).toMatchObject({
      lossBefore: 0.08,
      epoch: 2,
    });
    const known = epochs(55_000, [0.2, 0.94], [0.001, 1]);
    expect(find({ training: known, validation }, 'improving')).toBeUndefined();
    expect(
      find({ training, validation: epochs(5000, [0.05, 0.985], [0.048, 0.985]) }, 'improving'),
    ).toBeUndefined();
  });

  it('tells divergence first', () => {
    const settings = { ...NO_FACTS.settings, learningRate: 10 };
    const [first] = conclude({ settings, divergedAfter: 12, readings: readings(allRight(10)) });
    expect(first).toEqual({ code: 'diverged', figures: { batches: 12, learningRate: 10 }, select: {} });
  });

  it('tells of dead units from a tenth of a layer on, and selects the first', () => {
    const deadUnits = [
      { layer: 0, dead: [3], units: 24, images: 200 },
      { layer: 4, dead: [7, 9], units: 16, images: 200 },
      { layer: 6, dead: [], units: 5, images: 200 },
    ];
    expect(conclude({ deadUnits })).toEqual([
      {
        code: 'dead-units',
        figures: { layer: 4, dead: 2, units: 16, share: 0.125, images: 200 },
        select: { layer: 4, filter: 7 },
      },
    ]);
  });

  it('calls the units of a convolution filters', () => {
    const deadUnits = [{ layer: 2, dead: [1, 5, 6, 9], units: 32, images: 200 }];
    expect(find({ deadUnits }, 'dead-filters')).toMatchObject({ select: { layer: 2, filter: 1 } });
    expect(find({ deadUnits }, 'dead-units')).toBeUndefined();
  });

  it('does not speak of the confidence of a run that diverged', () => {
    const wrong = { truth: 1, predicted: 7, times: 100, probability: 0.999 };
    const sure = { readings: readings([...allRight(90, 0.999), wrong]) };
    expect(find(sure, 'overconfident')).toBeDefined();
    expect(find({ ...sure, divergedAfter: 900 }, 'overconfident')).toBeUndefined();
  });

  it('tells over- and underconfidence from calibration within the interval', () => {
    const wrong = { truth: 1, predicted: 7, times: 100 };
    const sure = { readings: readings([...allRight(90, 0.999), { ...wrong, probability: 0.999 }]) };
    expect(find(sure, 'overconfident')?.figures).toMatchObject({ accuracy: 0.9 });
    expect(find(sure, 'overconfident')?.figures).toHaveProperty('ece', expect.closeTo(0.099, 5));
    const unsure = { readings: readings([...allRight(90, 0.5), { ...wrong, probability: 0.5 }]) };
    expect(find(unsure, 'underconfident')).toBeDefined();
    const fair = conclude({ readings: readings([...allRight(90, 0.9), { ...wrong, probability: 0.9 }]) });
    expect(fair.filter(({ code }) => code.endsWith('confident'))).toEqual([]);
  });

  it('says of a network that a person has changed only what was read with it', () => {
    const facts = {
      readings: readings([...allRight(100), { truth: 4, predicted: 9, times: 20 }]),
      training: epochs(55_000, [0.001, 1]),
      validation: epochs(5000, [0.2, 0.97]),
      before: { right: 4000, images: 5000 },
      divergedAfter: 900,
      deadUnits: [{ layer: 4, dead: [7, 9], units: 16, images: 200 }],
    };
    const ofRun: FindingCode[] = ['diverged', 'better-than-before', 'overfitting', 'dead-units'];
    const codes = (isEdited: boolean) => conclude({ ...facts, isEdited }).map(({ code }) => code);
    expect(codes(false)).toEqual(expect.arrayContaining(ofRun));
    expect(codes(true)).toEqual(codes(false).filter((code) => !ofRun.includes(code)));
  });

  it('compares with the run before only where the images are the same, and knows what is too small', () => {
    const validation = epochs(5000, [0.04, 0.99]);
    const since = (right: number, images = 5000) => ({ validation, before: { right, images } });
    expect(find(since(4940), 'same-as-before')?.figures).toMatchObject({ accuracy: 0.99, before: 0.988 });
    expect(find(since(4800), 'better-than-before')).toBeDefined();
    expect(find(since(4999), 'worse-than-before')).toBeDefined();
    expect(conclude(since(900, 1000))).toEqual([]);
  });
});
