import { expect, test } from 'vitest';
import { logitGradients } from '../../../../src/engine/inspect/gradients';
import { plainLogits, trace } from '../../../../src/model/plain/trace';
import { CHOICES } from '../../../../src/model/setting-tables';
import { planOf, readingLayers } from '../../../../src/model/shapes';
import { normalisedTraining } from '../../../fixtures/normalised-training';

const DIGIT = 6;
/** Small enough to pass by nearly every kink, large enough beside fifteen digits. Single precision holds it exactly. */
const H = 2 ** -16;
/** Where there is ink, and at the edge. */
const PIXELS = [0, 27, 100, 300, 406, 407, 435, 500, 783];

const NETWORKS = [
  's4k5s2-s4k3same-r-p2-d10',
  'a2-c3k3-n-c3k3same-n-r-s4k2same-n-g-d10',
  'c4k3s2-p2-d9-d9-r-r-x20-d10',
];

test.each(
  NETWORKS.flatMap((notation) =>
    CHOICES.activation.options.map((activation) => [notation, activation] as const),
  ),
)('the gradient of a logit by the pixels is its slope: %s, %s', (notation, activation) => {
  const { network, weights } = normalisedTraining(notation, 1, { activation }).settings;
  const image = Float32Array.from({ length: 784 }, (_, i) => Math.round(64 * (1 + Math.sin(i * i))) / 128);
  const traces = trace(readingLayers(planOf(network)), weights, activation, image);
  const gradient = logitGradients(traces, activation, DIGIT).image;
  const logit = (pixel: number, by: number) => {
    const moved = image.with(pixel, (image[pixel] as number) + by);
    return plainLogits(network, weights, activation, moved)[DIGIT] as number;
  };
  const largest = Math.max(...gradient.map(Math.abs));
  expect(largest).toBeGreaterThan(1e-6);
  for (const pixel of PIXELS) {
    const slope = (logit(pixel, H) - logit(pixel, -H)) / (2 * H);
    expect(Math.abs(slope - (gradient[pixel] as number)), `pixel ${pixel}`).toBeLessThan(1e-4 * largest);
  }
});
