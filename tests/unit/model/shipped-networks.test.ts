import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedPretrained } from '../../../src/data/load-pretrained';
import { digitLabels } from '../../../src/data/synthetic/digit-labels';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { normalize } from '../../../src/ink/normalize';
import { looksLikeDigit } from '../../../src/model/detector';
import { plainLogits } from '../../../src/model/plain/trace';
import { PRETRAINED, PRETRAINED_LIMIT, type Pretrained } from '../../../src/model/pretrained';
import { unseenLetter, unseenScribble } from '../../fixtures/unseen-subjects';

/** Enough to tell nine in ten from much less; each is computed in double precision. */
const COUNT = 120;
const MOST_MS = 60_000;
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

  const refused = (images: readonly Float32Array[]) =>
    images.filter((image) => !looksLikeDigit(shipped.detector, image)).length / images.length;
  const drawn = (make: typeof unseenLetter) =>
    Array.from({ length: COUNT }, (_, i) => normalize(make(5, i).drawing)?.image).filter(
      (image) => image !== undefined,
    );
  const labels = digitLabels(COUNT, 77, 0);
  const digits = () => {
    const greys = drawDigits(labels, DRAWN_ANEW, { style: 'realistic', noise: 0, blur: 0 });
    return Array.from(labels, (_, i) =>
      Float32Array.from(greys.subarray(784 * i, 784 * (i + 1)), (grey) => grey / 255),
    );
  };

  it('are small enough for the first second', () => {
    expect(bytes).toBeLessThanOrEqual(PRETRAINED_LIMIT);
  });

  it('are what the page promises of them', () => {
    const { measured, detector } = shipped.card;
    expect(measured.testAccuracy).toBeGreaterThanOrEqual(0.993);
    expect(measured.testCalibrationError).toBeLessThanOrEqual(0.01);
    expect(detector.measured.refused['MNIST test images']).toBeLessThanOrEqual(0.02);
  });

  it('read digits that the lab draws', { timeout: MOST_MS }, () => {
    const { settings } = shipped.card;
    const right = digits().filter((image, i) => {
      const logits = plainLogits(settings.network, shipped.weights, settings.activation, image);
      return logits.indexOf(Math.max(...logits)) === labels[i];
    });
    expect(right.length / COUNT).toBeGreaterThan(0.95);
  });

  it('take digits for digits', { timeout: MOST_MS }, () => {
    expect(refused(digits())).toBeLessThanOrEqual(0.04);
  });

  it('take neither letters nor scribbles for digits, of kinds that they have not seen', {
    timeout: MOST_MS,
  }, () => {
    expect(refused(drawn(unseenLetter)), 'letters').toBeGreaterThanOrEqual(0.9);
    expect(refused(drawn(unseenScribble)), 'scribbles').toBeGreaterThanOrEqual(0.9);
  });
});
