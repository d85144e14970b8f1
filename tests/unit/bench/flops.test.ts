import { expect, it } from 'vitest';
import { trainingFlops } from '../../../bench/speed/flops';
import { OTHER_NETWORKS, REFERENCE_NETWORK } from '../../../bench/speed/networks';
import { parseNetwork } from '../../../src/model/notation';
import { planOf } from '../../../src/model/shapes';

function flopsOf(notation: string): number {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new Error(`not a network: ${notation}`);
  return trainingFlops(planOf(parsed.network));
}

it('counts three products a dense layer, and two for the first', () => {
  expect(flopsOf('d10')).toBe(2 * 2 * 784 * 10);
  expect(flopsOf('d20-d10')).toBe(2 * 2 * 784 * 20 + 3 * 2 * 20 * 10);
});

it('counts the products of a convolution at every place of its output', () => {
  expect(flopsOf('c3k5s2-d10')).toBe(2 * 2 * 25 * 3 * 12 * 12 + 3 * 2 * 432 * 10);
});

it('does not count pooling and dropout', () => {
  expect(flopsOf('p2-x25-d10')).toBe(2 * 2 * 196 * 10);
});

it('is 1.70 million for the reference network', () => {
  expect(flopsOf(REFERENCE_NETWORK.notation) / 1e6).toBeCloseTo(1.7, 2);
});

it.each(Object.entries(OTHER_NETWORKS))('can be told for %s', (_name, { notation }) => {
  expect(flopsOf(notation)).toBeGreaterThan(1e5);
});
