import { describe, expect, test } from 'vitest';
import { kernelShape } from '../../../src/model/kernels';
import { planOf, readingLayers, sizeOf } from '../../../src/model/shapes';
import { arithmeticAt } from '../../../src/panels/shared/arithmetic/arithmetic-at';
import { decimalsFor, writer } from '../../../src/panels/shared/arithmetic/numbers';
import { indexOf, pictureOf, pixelOf, placeOf, within } from '../../../src/panels/shared/arithmetic/picture';
import { network } from '../../fixtures/networks';

const layersOf = (notation: string) => readingLayers(planOf(network(notation)));
/** By the first layer, which has none before it. */
const seen = (input: Float32Array) => ({ input, around: input });

describe('arithmetic', () => {
  test('a corner of a padded convolution meets no pixel beyond the map', () => {
    const [conv] = layersOf('c1k3same-d10');
    const kernel = Float32Array.from({ length: 9 }, (_, tap) => tap + 1);
    const weights = { layer: 0, shape: [3, 3, 1, 1], kernel, bias: Float32Array.of(-100) };
    const ones = new Float32Array(784).fill(1);
    const found = conv && arithmeticAt(conv, seen(ones), weights, 'relu', { y: 0, x: 0, channel: 0 });
    expect(found).toMatchObject({ kind: 'conv', bias: -100, sum: 5 + 6 + 8 + 9 - 100, output: 0 });
    if (found?.kind !== 'conv') return;
    const [none, one] = [undefined, 1];
    expect(found.channels[0]?.patch).toEqual([none, none, none, none, one, one, none, one, one]);
    expect(found.channels[0]?.products).toEqual([0, 0, 0, 0, 5, 6, 0, 8, 9]);
  });

  test.each([
    ['c1k3-d10', true],
    ['c1k3-n-d10', false],
    ['s1k3-n-d10', false],
    ['d4-n-d10', false],
  ])('%s: the sums of its first layer have a bias: %s', (notation, hasBias) => {
    const [plan] = layersOf(notation);
    const [outputs, size] = [plan?.output.at(-1) ?? 0, sizeOf(plan ? (kernelShape(plan) ?? []) : [])];
    const weights = {
      ...{ layer: 0, shape: [], kernel: new Float32Array(size).fill(1), bias: new Float32Array(outputs) },
      separable: { depthwise: new Float32Array(9), pointwise: new Float32Array(outputs) },
    };
    const place = { y: 0, x: 0, channel: 0 };
    const found = plan && arithmeticAt(plan, seen(new Float32Array(784)), weights, 'relu', place);
    expect(found).toMatchObject({ hasBias });
  });

  test('a unit names its largest products and adds up the others', () => {
    const [dense] = layersOf('d10');
    const image = Float32Array.from({ length: 784 }, (_, i) => i);
    const kernel = new Float32Array(7840).fill(1 / 1024);
    kernel[10 * 30 + 4] = -100;
    const weights = { layer: 0, shape: [784, 10], kernel, bias: new Float32Array(10).fill(0.5) };
    const found = dense && arithmeticAt(dense, seen(image), weights, 'relu', { y: 0, x: 0, channel: 4 });
    expect(found).toMatchObject({ kind: 'dense', activation: undefined, rest: { count: 776 } });
    if (found?.kind !== 'dense') return;
    expect(found.largest.slice(0, 2).map(({ from, product }) => [from, product])).toEqual([
      [{ y: 1, x: 2, channel: 0 }, -3000],
      [{ y: 27, x: 27, channel: 0 }, 783 / 1024],
    ]);
    expect(found.output).toBeCloseTo((783 * 392 - 30) / 1024 - 3000 + 0.5, 9);
  });

  test('a separable convolution sums each map by its own kernel, and then those sums by weights', () => {
    const [, separable] = layersOf('c2k1-s3k2-d10');
    const depthwise = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40);
    const pointwise = Float32Array.of(7, 0.5, 7, 7, -0.25, 7);
    const weights = {
      ...{ layer: 1, shape: [2, 2, 2, 3], kernel: new Float32Array(24) },
      ...{ bias: Float32Array.of(0, 6, 0), separable: { depthwise, pointwise } },
    };
    // Both maps are 1 everywhere.
    const input = new Float32Array(2 * 784).fill(1);
    const place = { y: 3, x: 5, channel: 1 };
    const found = separable && arithmeticAt(separable, seen(input), weights, 'leaky-relu', place);
    expect(found).toMatchObject({ kind: 'separable', bias: 6, sum: 5 - 25 + 6 });
    if (found?.kind !== 'separable') return;
    expect(found.output).toBeCloseTo(-0.14, 12);
    expect(found.channels.map(({ sum, weight, product }) => [sum, weight, product])).toEqual([
      [10, 0.5, 5],
      [100, -0.25, -25],
    ]);
    expect(found.channels[1]?.products).toEqual([10, 20, 30, 40]);
  });

  test('a residual addition is what the layer before made and was given', () => {
    const [, , residual] = layersOf('c2k1-c2k3same-r-d10');
    const [input, around] = [new Float32Array(2 * 784), new Float32Array(2 * 784)];
    const place = { y: 27, x: 27, channel: 1 };
    [input, around].forEach((values, i) => {
      values[2 * 784 - 1] = [0.75, -2][i] as number;
    });
    expect(residual && arithmeticAt(residual, { input, around }, undefined, 'relu', place)).toEqual({
      ...{ kind: 'residual', made: 0.75, given: -2, output: -1.25 },
    });
  });

  test('there is none without the weights, or with those of another network', () => {
    const [conv] = layersOf('c2k3-d10');
    const place = { y: 0, x: 0, channel: 0 };
    const other = { layer: 0, shape: [1], kernel: new Float32Array(1), bias: new Float32Array(2) };
    expect(conv && arithmeticAt(conv, seen(new Float32Array(784)), undefined, 'relu', place)).toBeUndefined();
    expect(conv && arithmeticAt(conv, seen(new Float32Array(784)), other, 'relu', place)).toBeUndefined();
  });
});

describe('numbers', () => {
  test('have five digits in all at the largest, and share their places after the point', () => {
    expect([0.25, 1, 13.4, 2500, 1e6].map((value) => decimalsFor([value, 0.001]))).toEqual([5, 4, 3, 1, 1]);
    const write = writer(4, 'en');
    expect([1.23456, -0.5, 0, -0.00001].map(write)).toEqual(['1.2346', '−0.5000', '0', '0.0000']);
  });
});

describe('pictures', () => {
  test('a map is one channel; a vector is a block of all its units', () => {
    const map = pictureOf([4, 5, 3], 2);
    expect([map.width, map.height, map.placeAt(7)]).toEqual([5, 4, { y: 1, x: 2, channel: 2 }]);
    const units = pictureOf([100], 0);
    expect([units.width, units.height, units.placeAt(99)?.channel, units.placeAt(100)]).toEqual([
      16,
      7,
      99,
      undefined,
    ]);
    expect(pictureOf([10], 0)).toMatchObject({ width: 10, height: 1 });
  });

  test('places and indices belong together', () => {
    for (const shape of [[4, 5, 3], [60]] as const) {
      for (let index = 0; index < 60; index++) {
        const place = placeOf(shape, index);
        expect(indexOf(shape, place)).toBe(index);
        expect(pictureOf(shape, place.channel).placeAt(pixelOf(shape, place))).toEqual(place);
      }
    }
  });

  test('a place that another layer had is moved to the nearest that there is', () => {
    expect(within([4, 5, 3], { y: 9, x: -1, channel: 7 })).toEqual({ y: 3, x: 0, channel: 2 });
    expect(within([10], { y: 9, x: 3, channel: 70 })).toEqual({ y: 0, x: 0, channel: 9 });
  });
});
