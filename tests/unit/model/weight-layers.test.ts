import { expect, test } from 'vitest';
import type { Network } from '../../../src/model/network';
import { weightLayers } from '../../../src/model/weight-layers';

const network: Network = [
  { type: 'conv', filters: 4, kernel: 3, stride: 1, padding: 'valid' },
  { type: 'dropout', percent: 20 },
  { type: 'max-pool', size: 2, stride: 2 },
  { type: 'dense', units: 10 },
];

test('layers that learn have the numbers of the layers that read, without dropout', () => {
  const layers = weightLayers(network, ['conv', 'dense']);
  expect(layers.map(({ layer, outputs }) => [layer, outputs])).toEqual([
    [0, 4],
    [2, 10],
  ]);
  expect(weightLayers(network, ['conv']).map(({ layer }) => layer)).toEqual([0]);
});

test('an impossible network has none', () => {
  expect(weightLayers([{ type: 'dense', units: 3 }], ['dense'])).toEqual([]);
});
