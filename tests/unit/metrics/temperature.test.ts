import { describe, expect, it } from 'vitest';
import { calibration } from '../../../src/metrics/calibration';
import { scoreLogits, softmaxRows } from '../../../src/metrics/logits';
import { fitTemperature, tempered } from '../../../src/metrics/temperature';
import { RandomStream } from '../../../src/model/random';

const IMAGES = 4000;

/** Logits whose softmax is the true probability of each class, and truths drawn by it. */
function honest(seed: number) {
  const random = new RandomStream(seed, 'split');
  const logits = Float32Array.from({ length: IMAGES * 10 }, () => 3 * random.normal());
  const probabilities = softmaxRows(logits, 10);
  const truth = Uint8Array.from({ length: IMAGES }, (_, image) => {
    let left = random.uniform();
    const row = probabilities.subarray(10 * image, 10 * image + 10);
    const label = row.findIndex((probability) => {
      left -= probability;
      return left < 0;
    });
    return Math.max(0, label);
  });
  return { logits, truth };
}

const times = (logits: Float32Array, factor: number) =>
  softmaxRows(
    logits.map((logit) => factor * logit),
    10,
  );

/** Mean negative log likelihood. */
const loss = (probabilities: Float32Array, truth: Uint8Array) =>
  truth.reduce((sum, label, i) => sum - Math.log(probabilities[10 * i + label] as number), 0) / truth.length;

describe('temperature', () => {
  const { logits, truth } = honest(1);

  it.each([0.4, 1, 2.5])('is the factor by which a network is too sure: %f', (factor) => {
    expect(fitTemperature(times(logits, factor), truth)).toBeCloseTo(factor, 0);
    expect(Math.abs(fitTemperature(times(logits, factor), truth) / factor - 1)).toBeLessThan(0.05);
  });

  it('is where the loss is least', () => {
    const probabilities = times(logits, 2);
    const best = fitTemperature(probabilities, truth);
    const at = (temperature: number) => loss(tempered(probabilities, temperature, 10), truth);
    expect(at(best)).toBeLessThan(at(best * 1.02));
    expect(at(best)).toBeLessThan(at(best / 1.02));
  });

  it('makes probabilities mean what they say', () => {
    const probabilities = times(logits, 3);
    const { predicted } = scoreLogits(probabilities, truth);
    const before = calibration(probabilities, truth, predicted)?.ece;
    const after = calibration(
      tempered(probabilities, fitTemperature(probabilities, truth), 10),
      truth,
      predicted,
    )?.ece;
    expect(before).toBeGreaterThan(0.1);
    expect(after).toBeLessThan(0.02);
  });

  it('stays within bounds where all is right or wrong, and where there is nothing', () => {
    const sure = softmaxRows(
      Float32Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 5 : 0)),
      10,
    );
    expect(fitTemperature(sure, new Uint8Array(10))).toBeCloseTo(0.1, 1);
    expect(fitTemperature(sure, new Uint8Array(10).fill(3))).toBeCloseTo(10, 0);
    expect(fitTemperature(new Float32Array(0), new Uint8Array(0))).toBe(1);
  });

  it('copes with probabilities of 0 and 1', () => {
    const probabilities = Float32Array.from({ length: 20 }, (_, i) => (i % 10 === 0 ? 1 : 0));
    const temperature = fitTemperature(probabilities, Uint8Array.of(0, 1));
    expect(temperature).toBeGreaterThan(1);
    expect(tempered(probabilities, temperature, 10).every(Number.isFinite)).toBe(true);
  });
});

describe('tempered probabilities', () => {
  it('are the softmax of the divided logits', () => {
    const logits = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 12);
    const expected = softmaxRows(
      logits.map((logit) => logit / 1.7),
      10,
    );
    tempered(softmaxRows(logits, 10), 1.7, 10).forEach((probability, i) => {
      expect(probability).toBeCloseTo(expected[i] as number, 6);
    });
  });
});
