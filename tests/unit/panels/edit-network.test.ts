import { describe, expect, it } from 'vitest';
import { formatNetwork, parseNetwork } from '../../../src/model/notation';
import {
  addLayer,
  LAYER_TYPES,
  moveLayer,
  removeLayer,
  replaceLayer,
  retypeLayer,
} from '../../../src/panels/network/edit-network';

function network(text: string) {
  const parsed = parseNetwork(text);
  if (!parsed.ok) throw new RangeError(`not a network: ${text}`);
  return parsed.network;
}

describe('addLayer', () => {
  it.each(['conv', 'separable-conv', 'max-pool', 'avg-pool'] as const)(
    'puts %s in front of the first dense layer',
    (type) => {
      const added = addLayer(network('c4k3-d32-d10'), type);
      expect(added.map((layer) => layer.type)).toEqual(['conv', type, 'dense', 'dense']);
    },
  );

  it.each(['dense', 'dropout'] as const)('puts %s in front of the output', (type) => {
    const added = addLayer(network('c4k3-d32-d10'), type);
    expect(added.map((layer) => layer.type)).toEqual(['conv', 'dense', type, 'dense']);
    expect(added.at(-1)).toEqual({ type: 'dense', units: 10 });
  });

  it.each([
    ['c4k3same-c4k5same-p2-d10', 'c4k3same-c4k5same-r-p2-d10'],
    ['c4k3same-c4k5same-p2-d32-d32-d10', 'c4k3same-c4k5same-p2-d32-d32-r-d10'],
    ['c4k3-p2-d10', 'c4k3-p2-r-d10'],
  ])('puts an addition where it is possible last, else in front of the output: %s', (before, after) => {
    expect(formatNetwork(addLayer(network(before), 'residual'))).toBe(after);
  });

  it('starts a network that has no layers', () => {
    for (const type of LAYER_TYPES) expect(addLayer([], type).map((layer) => layer.type)).toEqual([type]);
  });
});

describe('removeLayer', () => {
  it('takes out that layer only', () => {
    expect(formatNetwork(removeLayer(network('c4k3-p2-d10'), 1))).toBe('c4k3-d10');
  });
});

describe('moveLayer', () => {
  it.each([
    [2, 1, 'c4k3-d10-p2-x20'],
    [1, 2, 'c4k3-d10-p2-x20'],
    [3, 0, 'x20-c4k3-p2-d10'],
    [0, 3, 'p2-d10-x20-c4k3'],
  ])('moves layer %i to place %i and keeps the order of the others', (from, to, moved) => {
    expect(formatNetwork(moveLayer(network('c4k3-p2-d10-x20'), from, to))).toBe(moved);
  });

  it.each([
    [0, -1],
    [2, 3],
    [3, 0],
  ])('moves nothing from %i to %i, beyond the ends', (from, to) => {
    expect(formatNetwork(moveLayer(network('c4k3-p2-d10'), from, to))).toBe('c4k3-p2-d10');
  });

  it('leaves the network that it is given as it is', () => {
    const before = network('c4k3-p2-d10');
    moveLayer(before, 0, 1);
    expect(formatNetwork(before)).toBe('c4k3-p2-d10');
  });
});

describe('retypeLayer', () => {
  it('gives every type a layer that the network can be written with', () => {
    for (const type of LAYER_TYPES) {
      const retyped = retypeLayer(network('c4k3-p2-d10'), 1, type);
      expect(retyped.map((layer) => layer.type)).toEqual(['conv', type, 'dense']);
      expect(network(formatNetwork(retyped))).toEqual(retyped);
    }
  });
});

describe('replaceLayer', () => {
  it('puts a changed layer in its old place', () => {
    const changed = replaceLayer(network('c4k3-p2-d10'), 2, { type: 'dense', units: 12 });
    expect(formatNetwork(changed)).toBe('c4k3-p2-d12');
  });
});
