import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowedSide } from '../../../src/model/layers/windows';
import type { Network } from '../../../src/model/network';
import { parseNetwork } from '../../../src/model/notation';
import { PRESETS } from '../../../src/model/presets';
import { isTrained, PARAMETER_LIMIT, planNetwork, planOf, sizeOf } from '../../../src/model/shapes';
import { anyLayers } from './networks';

function network(text: string): Network {
  const parsed = parseNetwork(text);
  if (!parsed.ok) throw new RangeError(`not a network: ${text}`);
  return parsed.network;
}
const problemOf = (text: string) => {
  const planned = planNetwork(network(text));
  return planned.ok ? undefined : planned.problem;
};

describe('planNetwork', () => {
  it('gives the default network 111,386 parameters', () => {
    const plan = planOf(PRESETS['one-epoch'].network);
    expect(plan.parameters).toBe(111_386);
    expect(plan.layers.map((layer) => layer.output)).toEqual([
      [24, 24, 24],
      [12, 12, 24],
      [10, 10, 32],
      [5, 5, 32],
      [128],
      [10],
    ]);
  });

  it('gives the tfjs-examples network 5,994 parameters', () => {
    expect(planOf(PRESETS['tfjs-examples'].network).parameters).toBe(5_994);
  });

  it('counts the cost of a convolution and a dense layer', () => {
    const plan = planOf(network('c4k3same-d10'));
    expect(plan.layers.map((layer) => layer.flops)).toEqual([2 * 9 * 4 * 784, 2 * 4 * 784 * 10]);
    expect(plan.activationValues).toBe(4 * 784 + 10);
  });

  it('counts both parts of a separable convolution, and one addition a value of a residual one', () => {
    const { layers } = planOf(network('c3k3s2same-s8k5s2-s8k3same-r-d10'));
    expect(layers.map(({ output }) => output.join('×'))).toEqual([
      '14×14×3',
      '5×5×8',
      '5×5×8',
      '5×5×8',
      '10',
    ]);
    expect(layers.slice(1, 4).map(({ parameters, flops }) => [parameters, flops])).toEqual([
      [25 * 3 + 3 * 8 + 8, 2 * 25 * (25 * 3 + 3 * 8)],
      [9 * 8 + 8 * 8 + 8, 2 * 25 * (9 * 8 + 8 * 8)],
      [0, 25 * 8],
    ]);
    expect(layers[1]?.weights).toEqual([
      { role: 'depthwise', shape: [5, 5, 3, 1] },
      { role: 'kernel', shape: [1, 1, 3, 8] },
      { role: 'bias', shape: [8] },
    ]);
  });

  it('takes a normalisation for a part of the layer that a residual addition goes around', () => {
    expect(planNetwork(network('c4k3-c4k3same-n-r-d10')).ok).toBe(true);
    expect(problemOf('c4k3-n-r-d10')).toMatchObject({ code: 'shapes-differ', layer: 2 });
    expect(problemOf('x20-n-r-d10')).toMatchObject({ code: 'adds-dropout', layer: 2 });
    // Which then has no bias of its own, nor an activation.
    const [, separable, norm] = planOf(network('c4k3-s4k3same-n-r-d10')).layers;
    expect(separable?.weights.map(({ role }) => role)).toEqual(['depthwise', 'kernel']);
    expect([separable?.isActivated, norm?.isActivated]).toEqual([false, true]);
  });

  it('marks the last layer only as the output, whose weights are in the order kernel, bias', () => {
    const plan = planOf(network('c2k3-p2-x10-d10'));
    expect(plan.layers.map((layer) => layer.isOutput)).toEqual([false, false, false, true]);
    expect(plan.layers.flatMap((layer) => layer.weights)).toEqual([
      { role: 'kernel', shape: [3, 3, 1, 2] },
      { role: 'bias', shape: [2] },
      { role: 'kernel', shape: [338, 10] },
      { role: 'bias', shape: [10] },
    ]);
  });

  it.each([
    ['p4-p4-c2k3-d10', { code: 'too-small', layer: 2, side: 1, needs: 3 }],
    ['p4-p4-p2-d10', { code: 'too-small', layer: 2, side: 1, needs: 2 }],
    ['d10-c2k3-d10', { code: 'maps-after-dense', layer: 1, type: 'conv' }],
    ['d10-p2-d10', { code: 'maps-after-dense', layer: 1, type: 'max-pool' }],
    ['d10-s2k3-d10', { code: 'maps-after-dense', layer: 1, type: 'separable-conv' }],
    ['p4-p4-s2k3-d10', { code: 'too-small', layer: 2, side: 1, needs: 3 }],
    ['r-d10', { code: 'nothing-before', layer: 0 }],
    ['c4k3same-x20-r-d10', { code: 'adds-dropout', layer: 2 }],
    ['c4k3same-r-d10', { code: 'shapes-differ', layer: 1, from: '28×28×1', to: '28×28×4' }],
    ['c4k3-c4k3-r-d10', { code: 'shapes-differ', layer: 2, from: '26×26×4', to: '24×24×4' }],
    ['d9-d10-r-d10', { code: 'shapes-differ', layer: 2, from: '9', to: '10' }],
    ['c2k3-d9', { code: 'last-not-classes', layer: 1 }],
    ['c2k3-d63', { code: 'last-not-classes', layer: 1 }],
    ['d10-x10', { code: 'last-not-classes', layer: 1 }],
    ['c256k7same-d2048-d10', { code: 'too-many-parameters', limit: PARAMETER_LIMIT }],
  ])('says what makes %s impossible', (text, problem) => {
    expect(problemOf(text)).toMatchObject(problem);
  });

  it.each([
    [
      'c2k5-p4-c2k7-d10',
      [
        [24, 24, 2],
        [6, 6, 2],
      ],
    ],
    ['c2k3-d9', [[26, 26, 2], [9]]],
    ['c256k7same-d2048-d10', [[28, 28, 256], [2048], [10]]],
  ])('still knows the shapes of %s up to the layer that is impossible', (text, outputs) => {
    const planned = planNetwork(network(text));
    expect(planned.ok ? undefined : planned.layers.map((layer) => layer.output)).toEqual(outputs);
  });

  it.each([
    ['c2k3-d4-d10', [true, true, false], 2],
    ['c2k3-n-d10', [false, true, false], 1],
    ['c2k3-p2-a2-n-d4-d10', [false, false, false, true, true, false], 1],
    // What follows something else has nothing to take over.
    ['n-c2k3-x5-n-n-d10', [false, true, false, false, false, false], 2],
    ['c2k3-g-n-d10', [false, false, true, false], 1],
  ])('has a normalisation take over activation and bias in %s', (text, activated, tensors) => {
    const { layers } = planOf(network(text));
    expect(layers.map(({ isActivated }) => isActivated)).toEqual(activated);
    const conv = layers.find(({ layer }) => layer.type === 'conv');
    expect(conv?.weights).toHaveLength(tensors);
  });

  it('refuses an empty network', () => {
    expect(planNetwork([])).toEqual({ ok: false, problem: { code: 'empty' }, layers: [] });
  });

  it('adds up the weights to the parameters, and links the layers, in every possible network', () => {
    const possible = anyLayers.map((layers) => [...layers, { type: 'dense', units: 10 } as const]);
    fc.assert(
      fc.property(possible, (layers) => {
        const planned = planNetwork(layers);
        if (!planned.ok) return;
        const sizes = planned.plan.layers.flatMap(({ weights }) =>
          weights.flatMap(({ role, shape }) => (isTrained(role) ? [sizeOf(shape)] : [])),
        );
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(planned.plan.parameters);
        for (const [i, layer] of planned.plan.layers.entries()) {
          expect(layer.input).toEqual(planned.plan.layers[i - 1]?.output ?? [28, 28, 1]);
          expect(layer.output.every((side) => side >= 1)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('windowedSide', () => {
  it('counts the places where a window fits', () => {
    const arguments_ = [
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 4 }),
    ];
    fc.assert(
      fc.property(
        ...(arguments_ as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]),
        (side, window, stride) => {
          fc.pre(window <= side);
          let places = 0;
          for (let start = 0; start + window <= side; start += stride) places++;
          expect(windowedSide(side, window, stride, 'valid')).toBe(places);
          let starts = 0;
          for (let start = 0; start < side; start += stride) starts++;
          expect(windowedSide(side, window, stride, 'same')).toBe(starts);
        },
      ),
    );
  });
});
