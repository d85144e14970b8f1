import fc from 'fast-check';
import { expect, it } from 'vitest';
import { descriptorOf, LAYER_TYPES } from '../../../src/model/layers/layer-types';
import { anyLayer } from './networks';

const TYPES = Object.values(LAYER_TYPES);

it('reads each token by the one type that wrote it', () => {
  fc.assert(
    fc.property(anyLayer, (layer) => {
      const token = descriptorOf(layer).format(layer);
      const read = TYPES.flatMap(({ parse }) => parse(token) ?? []);
      expect(read).toEqual([layer]);
    }),
  );
});

it('stands for each type under its own name', () => {
  fc.assert(
    fc.property(anyLayer, (layer) => {
      const taking = Object.entries(LAYER_TYPES).filter(([, { schema }]) => schema.safeParse(layer).success);
      expect(taking.map(([type]) => type)).toEqual([layer.type]);
    }),
  );
});

it('keeps layers of training alone from changing a shape or a value', () => {
  const input = [3, 4, 5] as const;
  const values = Float64Array.from({ length: 60 }, (_, i) => i / 7);
  fc.assert(
    fc.property(anyLayer, (layer) => {
      const { isForTraining, shapes, forward, backward } = descriptorOf(layer);
      if (!isForTraining) return;
      expect(shapes(layer, input)).toEqual({ output: input, weights: [], flops: 0 });
      const placed = { layer, input, output: input };
      expect(forward(placed, values, [])).toEqual(values);
      expect(backward(placed, values, values, [])).toEqual(values);
    }),
  );
});
