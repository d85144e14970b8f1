import { describe, expect, it } from 'vitest';
import { checkEdits, editedWeights } from '../../../../src/engine/network/edited-weights';
import type { Network } from '../../../../src/model/network';
import { trace } from '../../../../src/model/plain/trace';
import { planOf, readingLayers, sizeOf } from '../../../../src/model/shapes';
import type { WeightEdit } from '../../../../src/protocol/inspect';
import { normalisedTraining } from '../../../fixtures/normalised-training';

const NETWORK: Network = [
  { type: 'conv', filters: 3, kernel: 3, stride: 2, padding: 'valid' },
  { type: 'max-pool', size: 2, stride: 2 },
  { type: 'conv', filters: 2, kernel: 2, stride: 1, padding: 'valid' },
  { type: 'dropout', percent: 50 },
  { type: 'dense', units: 4 },
  { type: 'dense', units: 10 },
];
const plan = planOf(NETWORK);
const tensors = plan.layers.flatMap(({ weights }) => weights);
const weights = tensors.map(({ shape }, t) =>
  Float32Array.from({ length: sizeOf(shape) }, (_, i) => 1 + t + i / 1000),
);
const edit = (...edits: WeightEdit[]) => {
  checkEdits(plan, edits);
  return editedWeights(plan, 'relu', weights, edits);
};

/** Which values of which tensors differ: 'tensor: places'. */
function changes(edited: readonly Float32Array[]): string[] {
  return edited.flatMap((tensor, t) => {
    const places = [...tensor.keys()].filter((i) => tensor[i] !== weights[t]?.[i]);
    return places.length > 0 ? [`${t}: ${places.join(' ')}`] : [];
  });
}

describe('editedWeights', () => {
  it('mutes a filter: all that it is computed from is 0', () => {
    const edited = edit({ kind: 'mute', layer: 0, filter: 1 });
    expect(changes(edited)).toEqual(['0: 1 4 7 10 13 16 19 22 25', '1: 1']);
    expect([edited[0]?.[1], edited[1]?.[1]]).toEqual([0, 0]);
  });

  it('mutes a unit of a dense layer, numbered without the dropout in front of it', () => {
    const edited = edit({ kind: 'mute', layer: 3, filter: 2 });
    const places = Array.from({ length: (weights[4]?.length ?? 0) / 4 }, (_, i) => 4 * i + 2);
    expect(changes(edited)).toEqual([`4: ${places.join(' ')}`, '5: 2']);
  });

  it('mutes a filter of a separable convolution by the weights that mix its maps', () => {
    const separable = planOf([
      { type: 'separable-conv', filters: 3, kernel: 3, stride: 2, padding: 'valid' },
      { type: 'separable-conv', filters: 2, kernel: 2, stride: 1, padding: 'valid' },
      { type: 'dense', units: 10 },
    ]);
    const shapes = separable.layers.flatMap((layer) => layer.weights);
    const own = shapes.map(({ shape }) => new Float32Array(sizeOf(shape)).fill(1));
    const mute: WeightEdit = { kind: 'mute', layer: 1, filter: 1 };
    checkEdits(separable, [mute]);
    const edited = editedWeights(separable, 'gelu', own, [mute]);
    expect(edited.slice(3, 6).map((tensor) => tensor.join(' '))).toEqual([
      own[3]?.join(' '),
      '1 0 1 0 1 0',
      '1 0',
    ]);
    const kernel = { kind: 'kernel', layer: 1, filter: 1, input: 0, values: [1, 1, 1, 1] } as const;
    expect(() => checkEdits(separable, [kernel])).toThrow(RangeError);
  });

  it('turns a sigmoid off by its bias, but not the sums of the last layer', () => {
    const hidden = editedWeights(plan, 'sigmoid', weights, [{ kind: 'mute', layer: 0, filter: 0 }]);
    expect(1 / (1 + Math.exp(-(hidden[1]?.[0] ?? 0)))).toBeLessThan(1e-40);
    const last = editedWeights(plan, 'sigmoid', weights, [{ kind: 'mute', layer: 4, filter: 9 }]);
    expect(last[7]?.[9]).toBe(0);
  });

  it.each(['relu', 'sigmoid'] as const)('mutes a filter behind its normalisation: %s', (activation) => {
    const { settings } = normalisedTraining('c3k5s2-p2-n-d10', 8, { activation });
    const normalised = planOf(settings.network);
    const edited = editedWeights(normalised, activation, settings.weights, [
      { kind: 'mute', layer: 0, filter: 1 },
    ]);
    const image = new Float32Array(784).map((_, i) => (i % 7) / 7);
    const outputs = trace(readingLayers(normalised), edited, activation, image)[2]?.outputs ?? [];
    const largest = [0, 1, 2].map((filter) => Math.max(...[...outputs].filter((_, i) => i % 3 === filter)));
    expect(largest[0]).toBeGreaterThan(0.01);
    expect(largest[1]).toBeLessThan(1e-40);
    expect(largest[2]).toBeGreaterThan(0.01);
  });

  it('replaces the weights of one filter for one channel, row by row', () => {
    const edited = edit({ kind: 'kernel', layer: 2, filter: 1, input: 2, values: [5, 6, 7, 8] });
    // [row, column, in, out] of [2, 2, 3, 2]
    expect(changes(edited)).toEqual(['2: 5 11 17 23']);
    expect([5, 11, 17, 23].map((place) => edited[2]?.[place])).toEqual([5, 6, 7, 8]);
  });

  it('keeps a filter muted whatever is done to its kernel', () => {
    const kernel: WeightEdit = { kind: 'kernel', layer: 2, filter: 1, input: 0, values: [1, 1, 1, 1] };
    const mute: WeightEdit = { kind: 'mute', layer: 2, filter: 1 };
    expect(edit(mute, kernel)).toEqual(edit(mute));
  });

  it('lets the later of two edits of a kernel hold', () => {
    const kernel = (value: number): WeightEdit => ({
      kind: 'kernel',
      layer: 2,
      filter: 0,
      input: 0,
      values: [value, value, value, value],
    });
    expect(edit(kernel(1), kernel(2))).toEqual(edit(kernel(2)));
  });

  it('leaves the given weights alone', () => {
    const before = weights.map((tensor) => [...tensor]);
    edit({ kind: 'mute', layer: 0, filter: 1 });
    expect(weights.map((tensor) => [...tensor])).toEqual(before);
    expect(changes(edit())).toEqual([]);
  });

  it.each<WeightEdit>([
    { kind: 'mute', layer: 1, filter: 0 },
    { kind: 'mute', layer: 0, filter: 3 },
    { kind: 'mute', layer: 9, filter: 0 },
    { kind: 'kernel', layer: 3, filter: 0, input: 0, values: [1] },
    { kind: 'kernel', layer: 2, filter: 0, input: 3, values: [1, 1, 1, 1] },
    { kind: 'kernel', layer: 2, filter: 0, input: 0, values: [1] },
    { kind: 'kernel', layer: 2, filter: 2, input: 0, values: [1, 1, 1, 1] },
    { kind: 'mute', layer: 0, filter: 0.5 },
  ])('refuses an edit of what is not there: %o', (wrong) => {
    expect(() => checkEdits(plan, [wrong])).toThrow(RangeError);
  });
});
