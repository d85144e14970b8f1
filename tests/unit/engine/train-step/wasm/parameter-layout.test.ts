import { describe, expect, it } from 'vitest';
import {
  forwardTable,
  parameterLayout,
  transposedTable,
  zeroAt,
} from '../../../../../src/engine/train-step/wasm/parameter-layout';
import { stagesOf } from '../../../../../src/engine/train-step/wasm/stages';
import { planOf, sizeOf } from '../../../../../src/model/shapes';
import { network } from '../../../../fixtures/networks';

const NETWORKS = [
  'd10',
  'd33-d10',
  'c24k5-p2-c32k3-p2-d128-d10',
  'c5k3-p2-c10k3-p2-d10',
  'c1k7s2-c9k1same-x20-d3-d10',
  'c3k4same-a3s2-c7k2s2-d10',
  's5k3s2-c6k2-s9k5same-n-d7-d10',
];

function layoutFor(notation: string) {
  const plan = planOf(network(notation));
  const made = stagesOf(plan, 'relu', true);
  if (!made.ok) throw new Error(`refused: ${notation}`);
  return { plan, stages: made.stages, layout: parameterLayout(made.stages) };
}

describe.each(NETWORKS)('%s', (notation) => {
  const { plan, stages, layout } = layoutFor(notation);
  const regions = layout.tensors.flatMap((tensor) => [...tensor]);

  it('has a place for each value of each weight tensor', () => {
    const sizes = plan.layers.flatMap(({ weights }) => weights.map(({ shape }) => sizeOf(shape)));
    expect(layout.tensors.map(({ length }) => length)).toEqual(sizes);
  });

  it('has one place for one value, inside the vector and apart from its zero', () => {
    expect(new Set(regions).size).toBe(regions.length);
    expect(Math.min(...regions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...regions)).toBeLessThan(zeroAt(layout));
    expect(layout.floats % 4).toBe(0);
  });

  it('copies each weight of a kernel once into the other order, and only zeros besides', () => {
    const kernels = plan.layers.flatMap(({ weights }) => weights.map(({ role }) => role));
    const places = layout.tensors.filter((_, i) => kernels[i] === 'kernel');
    stages.forEach((stage, i) => {
      const own = layout.stages[i];
      if (!own || (stage.kind !== 'conv' && stage.kind !== 'dense')) return;
      const zero = zeroAt(layout);
      const table =
        stage.kind === 'conv' ? forwardTable(stage, own, zero) : transposedTable(stage, own, zero);
      const copied = [...table].filter((place) => place !== zero);
      const wanted = [...(places.shift() ?? [])];
      expect(copied.toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b));
    });
  });
});
