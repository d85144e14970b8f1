import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../../../src/model/presets';
import type { Activation } from '../../../../src/model/settings';
import { sizeOf } from '../../../../src/model/shapes';
import { placeOf } from '../../../../src/panels/shared/arithmetic/picture';
import { lensAt } from '../../../../src/panels/walk/lens';
import { sourceOf, valueAt, windowOf } from '../../../../src/panels/walk/step-values';
import { arithmeticOf, foundIn } from '../../../../src/panels/walk/view';
import { layerOf } from '../../../../src/panels/walk/walk-steps';
import { network } from '../../../fixtures/networks';
import { walked } from '../../../fixtures/walked';

const ofNotation = (notation: string, activation: Activation) => ({
  network: [...network(notation)],
  activation,
});
const NETWORKS = Object.entries({
  'tfjs-examples': PRESETS['tfjs-examples'],
  'homework-mlp': PRESETS['homework-mlp'],
  tiny: PRESETS.tiny,
  'every layer type, GELU': ofNotation('c4k5-n-p2-x20-s4k3same-r-a3s2-d12-n-d10', 'gelu'),
  'padding and strides, leaky ReLU': ofNotation('c3k5s2same-p3s2-s5k3-x50-g-d10', 'leaky-relu'),
}).map(([name, { network: layers, activation }]) => [name, { network: [...layers], activation }] as const);

/** Forty places, at both ends too. */
const somePlaces = (shape: Parameters<typeof placeOf>[0]) => {
  const count = sizeOf(shape);
  return Array.from({ length: 40 }, (_, i) => placeOf(shape, Math.round((i / 39) * (count - 1))));
};
/** By the largest value: sums of single precision. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));

describe.each(NETWORKS)('the values of %s', (_, settings) => {
  test('go from step to step, from the image to the probabilities', async () => {
    const { views, image } = await walked(settings);
    expect(views[0]?.values.made.values).toEqual(image);
    for (const [i, { values }] of views.entries()) {
      const before = views[i - 1]?.values.made;
      if (before) expect(values.given.values).toEqual(before.values);
      expect(values.made.values).toHaveLength(sizeOf(values.made.shape));
    }
    const answer = views.at(-1)?.values.made.values ?? [];
    expect(Math.abs([...answer].reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-5);
  });

  test('are those of the plain forward pass, and the arithmetic of a value comes to it', async () => {
    const { views, traced } = await walked(settings);
    for (const view of views) {
      const { step, values } = view;
      const layer = traced[layerOf(step) ?? -1];
      const isOwn = step.kind !== 'image' && step.kind === step.plan.layer.type && step.kind !== 'dropout';
      if (layer && isOwn) expect(values.made.values).toEqual(Float32Array.from(layer.sums));
      if (layer && step.kind === 'activation')
        expect(values.made.values).toEqual(Float32Array.from(layer.outputs));
      for (const place of somePlaces(values.made.shape)) {
        const value = valueAt(values.made, place);
        const given = valueAt(values.given, sourceOf(step, place));
        const found = foundIn(view, arithmeticOf(view, place), given);
        if (isOwn || step.kind === 'activation') expect(near(found ?? Number.NaN, value)).toBe(true);
        else expect(found).toBeUndefined();
        if (step.kind === 'flatten' || step.kind === 'dropout') expect(given).toBe(value);
      }
    }
  });

  test('lie in the window under which they are magnified', async () => {
    const { views } = await walked(settings);
    for (const { step, inside, values, answers, at } of views) {
      const view = { step, inside, values, answers, at };
      for (const place of somePlaces(values.made.shape)) {
        const lens = lensAt(step, values, answers, arithmeticOf(view, place), place, 0);
        const window = windowOf(step, values, place);
        if (!lens) continue;
        expect(lens.under).toHaveLength(lens.width * lens.height);
        if (window)
          expect([window.bottom - window.top, window.right - window.left]).toEqual([lens.height, lens.width]);
        if (step.kind !== 'dense') continue;
        // The products and the bias are the weighted sum.
        const products = (lens.products ?? []).reduce<number>((sum, product) => sum + (product ?? 0), 0);
        const bias = answers?.weights && 'bias' in answers.weights ? answers.weights.bias : undefined;
        expect(near(products + (bias?.[place.channel] ?? 0), valueAt(values.made, place))).toBe(true);
      }
    }
  });
});
