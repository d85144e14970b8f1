import { describe, expect, it } from 'vitest';
import { borderOf } from '../../../../../src/engine/train-step/wasm/layout';
import type { Stage } from '../../../../../src/engine/train-step/wasm/stage';
import { stagesOf } from '../../../../../src/engine/train-step/wasm/stages';
import type { ConvLayer } from '../../../../../src/model/network';
import type { Activation } from '../../../../../src/model/settings';
import { planOf } from '../../../../../src/model/shapes';
import { network } from '../../../../fixtures/networks';

function stages(notation: string, fuse = true, activation: Activation = 'tanh'): readonly Stage[] {
  const made = stagesOf(planOf(network(notation)), activation, fuse);
  if (!made.ok) throw new Error(`refused: ${notation}`);
  return made.stages;
}

const kinds = (...of: Parameters<typeof stages>) =>
  stages(...of).map((stage) =>
    stage.kind === 'conv' && stage.pool > 1 ? `conv + ${stage.pool}` : stage.kind,
  );

describe('pooling', () => {
  it.each([
    ['c4k5-p2-d10', ['conv + 2', 'dense']],
    ['c4k5-p3-d10', ['conv + 3', 'dense']],
    ['c4k5-p4-d10', ['conv', 'max-pool', 'dense']],
    ['c4k5-p3s2-d10', ['conv', 'max-pool', 'dense']],
    ['c4k5-p2s1-d10', ['conv', 'max-pool', 'dense']],
    ['c4k5-a2-d10', ['conv', 'avg-pool', 'dense']],
    ['c4k5-x20-p2-d10', ['conv', 'dropout', 'max-pool', 'dense']],
    ['c4k5-p2-p2-d10', ['conv + 2', 'max-pool', 'dense']],
  ])(
    'is computed with the convolution only where windows don’t overlap and fit the registers: %s',
    (notation, wanted) => {
      expect(kinds(notation)).toEqual(wanted);
    },
  );

  it('stays a stage of its own where every layer’s values are asked for', () => {
    expect(kinds('c4k5-p2-d10', false)).toEqual(['conv', 'max-pool', 'dense']);
  });
});

describe('normalisation', () => {
  it.each([
    ['n-c3k3-d10', 0],
    ['x10-p2-n-c3k3-d10', 2],
  ])('is refused in front of all that learns, with the layer to blame: %s', (notation, layer) => {
    const made = stagesOf(planOf(network(notation)), 'relu', true);
    expect(made).toEqual({ ok: false, layer, type: 'batch-norm' });
  });
});

describe('separable convolutions and additions', () => {
  it('are two stages, and one that knows what lies in front of the layer before', () => {
    const made = stages('c4k3s2-s4k3same-n-r-p2-d6-d6-r-d10', true, 'gelu');
    expect(made.map(({ kind }) => kind)).toEqual([
      ...['conv', 'gelu', 'depthwise', 'conv', 'batch-norm', 'gelu', 'residual', 'max-pool'],
      ...['dense', 'gelu', 'dense', 'gelu', 'residual', 'dense'],
    ]);
    const given = made.flatMap((stage) => (stage.kind === 'residual' ? [stage.given.boundary] : []));
    expect(given).toEqual([2, 10]);
  });

  it('pool where their second part is computed', () => {
    expect(kinds('s4k3-p2-d10')).toEqual(['depthwise', 'conv + 2', 'dense']);
  });
});

describe('activations', () => {
  it('follow every layer that learns but the last', () => {
    const activations = stages('c4k5-d7-x20-d10').flatMap((stage) =>
      'activation' in stage ? [stage.activation] : [],
    );
    expect(activations).toEqual(['tanh', 'tanh', undefined]);
  });

  it('are computed with the sums, but for GELU, whose gradient needs the sums', () => {
    expect(kinds('c4k5-d7-d10', true, 'leaky-relu')).toEqual(['conv', 'dense', 'dense']);
    expect(kinds('c4k5-d7-d10', true, 'gelu')).toEqual(['conv', 'gelu', 'dense', 'gelu', 'dense']);
  });

  it('come before pooling where they change which value is the largest', () => {
    expect(kinds('c4k5-p2-d10', true, 'leaky-relu')).toEqual(['conv + 2', 'dense']);
    expect(kinds('c4k5-p2-d10', true, 'gelu')).toEqual(['conv', 'gelu', 'max-pool', 'dense']);
  });
});

describe('dropout layers', () => {
  it('are numbered in their order, each its own stream of random numbers', () => {
    const numbers = stages('x10-c4k5-x20-d10').flatMap((stage) =>
      stage.kind === 'dropout' ? [[stage.number, stage.percent]] : [],
    );
    expect(numbers).toEqual([
      [0, 10],
      [1, 20],
    ]);
  });
});

describe('the border of zeros', () => {
  const conv = (changes: Partial<ConvLayer>): ConvLayer => ({
    type: 'conv',
    filters: 1,
    kernel: 3,
    stride: 1,
    padding: 'same',
    ...changes,
  });

  it.each([
    [conv({ kernel: 3 }), 28, 1, 1],
    [conv({ kernel: 4 }), 28, 1, 2],
    [conv({ kernel: 1 }), 28, 0, 0],
    [conv({ kernel: 3, stride: 2 }), 28, 0, 1],
    [conv({ kernel: 3, stride: 2 }), 27, 1, 1],
    [conv({ kernel: 5, stride: 2 }), 14, 1, 2],
    [conv({ kernel: 2, stride: 2 }), 28, 0, 0],
    [conv({ kernel: 1, stride: 2 }), 7, 0, 0],
    [conv({ kernel: 7, padding: 'valid' }), 28, 0, 0],
  ])('is TensorFlow’s, the odd row at the end: %o on %i', (layer, side, before, after) => {
    expect(borderOf(layer, side)).toEqual({ before, after });
  });

  it('lies around the values in front of the convolution that needs it, and around no others', () => {
    const [first, second] = stages('c4k5-c6k4same-d10');
    // 24×24 pixels of one vector of channels, one row and column before and two after.
    expect(second?.input).toMatchObject({ height: 24, width: 24, pixel: 4, row: 27 * 4, origin: 28 * 4 });
    expect(second?.input.size).toBe(27 * 27 * 4);
    expect(first?.output).toEqual(second?.input);
    expect(second?.output).toMatchObject({ row: 24 * 8, origin: 0 });
  });
});
