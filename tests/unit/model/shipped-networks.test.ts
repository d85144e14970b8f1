import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedPretrained } from '../../../src/data/load-pretrained';
import { digitLabels } from '../../../src/data/synthetic/digit-labels';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { createWasmStep } from '../../../src/engine/train-step/wasm/wasm-step';
import { normalize } from '../../../src/ink/normalize';
import { outOfDistributionScoreOf } from '../../../src/model/detector';
import { INPUT_SIZE } from '../../../src/model/network';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { PRETRAINED, PRETRAINED_LIMIT, type Pretrained } from '../../../src/model/pretrained';
import type { Settings } from '../../../src/model/settings';
import { unseenLetter, unseenScribble } from '../../fixtures/unseen-subjects';

type ReadBy = Pick<Settings, 'network' | 'activation'> & Pick<Pretrained, 'weights'>;

const COUNT = 300;
const DRAWN_ANEW = { seed: 77, first: 0 } as const;

const file = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../../public/${PRETRAINED.folder}${name}`, import.meta.url)));

describe('the networks that ship', () => {
  let shipped: Pretrained;
  let bytes: number;
  beforeAll(async () => {
    const [card, weights] = [await file(PRETRAINED.card), await file(PRETRAINED.weights)];
    bytes = card.length + weights.length;
    shipped = await checkedPretrained(card, weights);
  });

  /** By the kernels, since there are hundreds of images. @returns [n, 10] row by row */
  const logitsOf = async (of: ReadBy, images: Uint8Array): Promise<Float32Array[]> => {
    const training = { images, labels: new Uint8Array(images.length / INPUT_SIZE) };
    const step = await createWasmStep({ ...DEFAULT_SETTINGS, ...of, training, workers: 1 });
    const logits = await step.logits(training, Uint32Array.from(training.labels.keys()));
    return Array.from(training.labels, (_, i) => logits.subarray(10 * i, 10 * i + 10));
  };
  const refused = async (images: Uint8Array) => {
    const { detector } = shipped;
    const logits = await logitsOf({ ...detector, activation: 'relu' }, images);
    return logits.filter((row) => outOfDistributionScoreOf(row) > detector.threshold).length / logits.length;
  };
  const drawn = (make: typeof unseenLetter): Uint8Array => {
    const seen = Array.from({ length: COUNT }, (_, i) => normalize(make(5, i).drawing)?.image ?? []);
    return Uint8Array.from(
      seen.flatMap((image) => [...image]),
      (value) => Math.round(255 * value),
    );
  };
  const labels = digitLabels(COUNT, 77, 0);
  const digits = () => drawDigits(labels, DRAWN_ANEW, { style: 'realistic', noise: 0, blur: 0 });

  it('are small enough for the first second', () => {
    expect(bytes).toBeLessThanOrEqual(PRETRAINED_LIMIT);
  });

  it('are what the page promises of them', () => {
    const { measured, detector } = shipped.card;
    expect(measured.testAccuracy).toBeGreaterThanOrEqual(0.994);
    expect(measured.testCalibrationError).toBeLessThanOrEqual(0.01);
    expect(detector.measured.refused['MNIST test images']).toBeLessThanOrEqual(0.02);
    for (const { accuracy, calibrationError } of Object.values(measured.drawn)) {
      expect(accuracy).toBeGreaterThanOrEqual(0.983);
      expect(calibrationError).toBeLessThanOrEqual(0.02);
    }
  });

  it('read digits that the lab draws', async () => {
    const { settings } = shipped.card;
    const logits = await logitsOf({ ...settings, weights: shipped.weights }, digits());
    const right = logits.filter((row, i) => row.indexOf(Math.max(...row)) === labels[i]);
    expect(right.length / COUNT).toBeGreaterThan(0.95);
  });

  it('take digits for digits', async () => {
    expect(await refused(digits())).toBeLessThanOrEqual(0.05);
  });

  it('take neither letters nor scribbles for digits, of kinds that they have not seen', async () => {
    expect(await refused(drawn(unseenLetter)), 'letters').toBeGreaterThanOrEqual(0.9);
    expect(await refused(drawn(unseenScribble)), 'scribbles').toBeGreaterThanOrEqual(0.9);
    // Six hundred drawings on the pad take two seconds on a quiet machine.
  }, 30_000);
});
