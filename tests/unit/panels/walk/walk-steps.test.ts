import { describe, expect, test } from 'vitest';
import { LAYER_TYPES } from '../../../../src/model/layers/layer-types';
import { PRESETS } from '../../../../src/model/presets';
import { planOf, readingLayers } from '../../../../src/model/shapes';
import { layerOf, stepOfLayer, walkSteps } from '../../../../src/panels/walk/walk-steps';
import { network } from '../../../fixtures/networks';

const stepsOf = (notation: string) =>
  walkSteps(planOf(network(notation))).map((step) => `${step.kind} ${layerOf(step) ?? '·'}`);

describe('the steps', () => {
  test.each([
    ['conv', 'c4k3-d10', ['conv 0', 'activation 0', 'flatten 1', 'dense 1', 'softmax 1']],
    ['separable-conv', 's4k3-d10', ['separable-conv 0', 'activation 0', 'flatten 1', 'dense 1', 'softmax 1']],
    ['max-pool', 'p2-d10', ['max-pool 0', 'flatten 1', 'dense 1', 'softmax 1']],
    ['avg-pool', 'a2-d10', ['avg-pool 0', 'flatten 1', 'dense 1', 'softmax 1']],
    [
      'global-avg-pool',
      'c4k3-g-d10',
      ['conv 0', 'activation 0', 'global-avg-pool 1', 'dense 2', 'softmax 2'],
    ],
    [
      'residual',
      'c1k3same-r-g-d10',
      ['conv 0', 'activation 0', 'residual 1', 'global-avg-pool 2', 'dense 3', 'softmax 3'],
    ],
    ['dense', 'd8-d10', ['flatten 0', 'dense 0', 'activation 0', 'dense 1', 'softmax 1']],
    // Its activation comes after the normalisation; pooling between them changes nothing of that.
    [
      'batch-norm',
      'c4k3-p2-n-g-d10',
      ['conv 0', 'max-pool 1', 'batch-norm 2', 'activation 2', 'global-avg-pool 3', 'dense 4', 'softmax 4'],
    ],
    [
      'batch-norm',
      'd8-n-d10',
      ['flatten 0', 'dense 0', 'batch-norm 1', 'activation 1', 'dense 2', 'softmax 2'],
    ],
    // It is no layer while reading: it has the number of the one behind it, and moves no number on.
    ['dropout', 'd8-x50-d10', ['flatten 0', 'dense 0', 'activation 0', 'dropout 1', 'dense 1', 'softmax 1']],
  ])('with %s: %s', (type, notation, steps) => {
    expect(Object.keys(LAYER_TYPES)).toContain(type);
    expect(stepsOf(notation)).toEqual(['image ·', ...steps]);
  });

  test.each(Object.entries(PRESETS))(
    'of %s lead through every layer, from the image to softmax',
    (_, { network: layers }) => {
      const plan = planOf([...layers]);
      const steps = walkSteps(plan);
      expect(steps[0]?.kind).toBe('image');
      expect(steps.at(-1)?.kind).toBe('softmax');
      const own = steps.filter((step) => step.kind !== 'image' && step.kind === step.plan.layer.type);
      expect(own.map((step) => step.kind)).toEqual(plan.layers.map(({ layer }) => layer.type));
      for (const [layer, { layer: read }] of readingLayers(plan).entries()) {
        const step = steps[stepOfLayer(steps, layer)];
        expect([layerOf(step), step?.kind]).toEqual([layer, read.type]);
      }
    },
  );

  test('begin with the image where no layer is selected', () => {
    const steps = walkSteps(planOf(network('x20-d10')));
    expect(stepOfLayer(steps, undefined)).toBe(0);
    expect(stepOfLayer(steps, 99)).toBe(0);
  });
});
