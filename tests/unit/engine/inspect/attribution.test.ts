import { describe, expect, test } from 'vitest';
import { attributionOf } from '../../../../src/engine/inspect/attribution';
import { logitGradients } from '../../../../src/engine/inspect/gradients';
import { type LayerTrace, trace } from '../../../../src/model/plain/trace';
import type { Activation } from '../../../../src/model/settings';
import { planOf, readingLayers } from '../../../../src/model/shapes';
import { stepSettings } from '../../../fixtures/networks';

/** Smooth everywhere, so that differences of nearby values tell the slope. */
const SMOOTH: Activation = 'tanh';

function traceOf(notation: string, activation: Activation = SMOOTH) {
  const { network, weights, training } = stepSettings(notation);
  const layers = readingLayers(planOf(network));
  const image = Float64Array.from(training.images.subarray(0, 784), (grey) => grey / 255);
  return { layers, weights, image, traces: trace(layers, weights, activation, image) };
}

const logit = (traces: readonly LayerTrace[], digit: number) => traces.at(-1)?.outputs[digit] as number;

describe('the gradient of a logit by a pixel', () => {
  test.each(['c4k5-a2-c5k3s2same-d8-d10', 'c3k4s2-a3s2-d10', 'd20-d10'])('is the slope: %s', (notation) => {
    const { layers, weights, image, traces } = traceOf(notation);
    const step = 1e-5;
    for (const digit of [0, 7]) {
      const { image: gradient } = logitGradients(traces, SMOOTH, digit);
      for (let pixel = 0; pixel < 784; pixel += 37) {
        const moved = (by: number) =>
          logit(
            trace(
              layers,
              weights,
              SMOOTH,
              image.map((value, i) => (i === pixel ? value + by : value)),
            ),
            digit,
          );
        const slope = (moved(step) - moved(-step)) / (2 * step);
        expect(gradient[pixel]).toBeCloseTo(slope, 8);
      }
    }
  });
});

describe('Grad-CAM', () => {
  test('weighs the last convolution’s maps by the mean of their gradients, and leaves out what speaks against', () => {
    const { traces } = traceOf('c2k5-p2-c3k3-p2-d10', 'relu');
    const maps = traces[2]?.outputs as Float64Array;
    const shares: number[] = [];
    for (let digit = 0; digit < 10; digit++) {
      const { gradCam } = attributionOf(traces, 'relu', digit);
      expect(gradCam?.layer).toBe(2);
      expect(gradCam?.map.shape).toEqual([10, 10, 1]);
      const gradient = logitGradients(traces, 'relu', digit).outputs[2] as Float64Array;
      const alphas = [0, 1, 2].map(
        (channel) => gradient.filter((_, i) => i % 3 === channel).reduce((sum, value) => sum + value) / 100,
      );
      const wanted = Array.from({ length: 100 }, (_, pixel) =>
        alphas.reduce((sum, alpha, k) => sum + alpha * (maps[3 * pixel + k] as number), 0),
      );
      wanted.forEach((sum, pixel) => {
        expect(gradCam?.map.values[pixel]).toBeCloseTo(Math.max(0, sum), 6);
      });
      shares.push(wanted.filter((sum) => sum > 0).length / 100);
    }
    expect(Math.max(...shares)).toBeGreaterThan(0);
    expect(Math.min(...shares)).toBeLessThan(1);
  });

  test('needs a convolution', () => {
    const { traces } = traceOf('d10', 'relu');
    const { gradCam, saliency } = attributionOf(traces, 'relu', 4);
    expect(gradCam).toBeUndefined();
    expect(saliency).toHaveLength(784);
  });
});
