import { describe, expect, test } from 'vitest';
import { paddingAround } from '../../../src/model/layers/windows';
import { receptiveField, windowAt } from '../../../src/model/receptive-field';
import { planOf, readingLayers, sizeOf } from '../../../src/model/shapes';
import { network, randomNetwork } from '../../fixtures/networks';

const layersOf = (notation: string) => readingLayers(planOf(network(notation)));

test('same padding puts the odd zero behind', () => {
  expect(paddingAround(28, 3, 1, 'same')).toEqual({ before: 1, after: 1 });
  expect(paddingAround(28, 4, 1, 'same')).toEqual({ before: 1, after: 2 });
  // 14 outputs reach 29 pixels: one zero, and it lies behind the last.
  expect(paddingAround(28, 3, 2, 'same')).toEqual({ before: 0, after: 1 });
  expect(paddingAround(27, 3, 2, 'same')).toEqual({ before: 1, after: 1 });
  expect(paddingAround(28, 1, 2, 'same')).toEqual({ before: 0, after: 0 });
  expect(paddingAround(28, 5, 1, 'valid')).toEqual({ before: 0, after: 0 });
});

test('the window on the layer’s own input', () => {
  const [conv, pool, , dense] = layersOf('c4k5s2same-p3s2-c2k1-d10');
  // Of 28 pixels, 14 outputs two apart and five wide: 3 zeros, one of them in front.
  expect(conv && windowAt(conv, 0, 13)).toEqual({ top: -1, left: 25, bottom: 4, right: 30 });
  expect(pool && windowAt(pool, 1, 2)).toEqual({ top: 2, left: 4, bottom: 5, right: 7 });
  expect(dense && windowAt(dense, 0, 0)).toEqual({ top: 0, left: 0, bottom: 6, right: 6 });
});

test('of the default network', () => {
  const layers = layersOf('c24k5-p2-c32k3-p2-d128-d10');
  const field = (layer: number, y: number, x: number) => receptiveField(layers, layer, y, x).onImage;
  expect(field(0, 2, 3)).toEqual({ top: 2, left: 3, bottom: 7, right: 8 });
  expect(field(1, 2, 3)).toEqual({ top: 4, left: 6, bottom: 10, right: 12 });
  expect(field(2, 0, 9)).toEqual({ top: 0, left: 18, bottom: 10, right: 28 });
  expect(field(3, 4, 0)).toEqual({ top: 16, left: 0, bottom: 28, right: 12 });
  expect(field(4, 0, 0)).toEqual({ top: 0, left: 0, bottom: 28, right: 28 });
  expect(field(5, 0, 0)).toEqual({ top: 0, left: 0, bottom: 28, right: 28 });
});

test('reaches beyond the image where padding is added', () => {
  const { whole, onImage } = receptiveField(layersOf('c1k3same-c1k3same-d10'), 1, 0, 27);
  expect(whole).toEqual({ top: -2, left: 25, bottom: 3, right: 30 });
  expect(onImage).toEqual({ top: 0, left: 25, bottom: 3, right: 28 });
});

test('of a separable convolution is that of a convolution; an addition adds nothing to it', () => {
  const layers = layersOf('s2k5s2-s2k3same-r-d10');
  expect(receptiveField(layers, 0, 4, 0).onImage).toEqual({ top: 8, left: 0, bottom: 13, right: 5 });
  const field = { top: 6, left: 0, bottom: 15, right: 7 };
  expect(receptiveField(layers, 1, 4, 0).onImage).toEqual(field);
  expect(receptiveField(layers, 2, 4, 0).onImage).toEqual(field);
});

test('leaves out pixels that only padding of a later layer would meet', () => {
  // Pooling by 3 leaves the last row and column of the image unread; the padding behind it is no pixel of theirs.
  const { whole, onImage } = receptiveField(layersOf('p3-c1k3same-d10'), 1, 8, 8);
  expect(whole).toEqual({ top: 21, left: 21, bottom: 30, right: 30 });
  expect(onImage).toEqual({ top: 21, left: 21, bottom: 27, right: 27 });
});

describe('the pixels that a value depends on, against marking each of them', () => {
  const notations = Array.from({ length: 12 }, (_, i) => randomNetwork(i + 50));
  test.each(notations)('%s', (notation) => {
    const layers = layersOf(notation);
    for (const [index, { output }] of layers.entries()) {
      if (output.length === 1) continue;
      const [height, width] = output;
      for (const [y, x] of [
        [0, 0],
        [height - 1, width - 1],
        [height >> 1, width >> 1],
      ] as const) {
        const { top, left, bottom, right } = receptiveField(layers, index, y, x).onImage;
        const pixels = dependencies(layers.slice(0, index + 1), y, x);
        const rows = pixels.map(([row]) => row);
        const columns = pixels.map(([, column]) => column);
        expect([top, left, bottom, right]).toEqual([
          Math.min(...rows),
          Math.min(...columns),
          Math.max(...rows) + 1,
          Math.max(...columns) + 1,
        ]);
      }
    }
  });
});

/** Every input pixel on which an output depends, found pixel by pixel, without rectangles. */
function dependencies(layers: ReturnType<typeof layersOf>, y: number, x: number): [number, number][] {
  let pixels: [number, number][] = [[y, x]];
  for (const { layer, input } of [...layers].reverse()) {
    if (layer.type !== 'conv' && layer.type !== 'max-pool' && layer.type !== 'avg-pool') continue;
    const size = layer.type === 'conv' ? layer.kernel : layer.size;
    const [side = 0] = input;
    const outputs = layer.type === 'conv' && layer.padding === 'same' ? Math.ceil(side / layer.stride) : 0;
    const zeros = Math.floor(Math.max(0, (outputs - 1) * layer.stride + size - side) / 2);
    const met = new Set<number>();
    for (const [row, column] of pixels) {
      for (let tap = 0; tap < sizeOf([size, size]); tap++) {
        const i = row * layer.stride - zeros + Math.floor(tap / size);
        const j = column * layer.stride - zeros + (tap % size);
        if (i >= 0 && i < side && j >= 0 && j < side) met.add(i * side + j);
      }
    }
    pixels = [...met].map((pixel) => [Math.floor(pixel / side), pixel % side]);
  }
  return pixels;
}
