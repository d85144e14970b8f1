import { expect, test } from 'vitest';
import { planOf, readingLayers } from '../../../src/model/shapes';
import { evidenceScale, onImage, overlaid, strongestOf } from '../../../src/panels/why/attribution-picture';
import { network } from '../../fixtures/networks';

const layersOf = (notation: string) => readingLayers(planOf(network(notation)));

test('a map of the image’s own size lies on it pixel by pixel', () => {
  const values = Float32Array.from({ length: 784 }, (_, i) => i % 97);
  const laid = onImage({ shape: [28, 28, 1], values }, layersOf('c2k3same-d10'), 0);
  expect(laid).toEqual(values);
});

test('a value lies in the middle of its receptive field, and spreads to the edges from there', () => {
  // Pixel (y, x) of this map sees rows 2y to 2y + 5: its middle is 2y + 2.5.
  const layers = layersOf('c1k5-p2-d10');
  const values = Float32Array.from({ length: 144 }, (_, i) => (i % 12) + 100 * Math.floor(i / 12));
  const laid = onImage({ shape: [12, 12, 1], values }, layers, 1);
  const at = (y: number, x: number) => laid[28 * y + x];
  expect(at(0, 0)).toBeCloseTo(0);
  expect(at(3, 0)).toBeCloseTo(25);
  expect(at(2, 3)).toBeCloseTo(0.25);
  expect(at(13, 14)).toBeCloseTo(525 + 5.75);
  expect(at(27, 27)).toBeCloseTo(1111);
});

test('the digit shines through where there is no attribution, and not where it is strongest', () => {
  const image = new Float32Array(784).fill(1);
  const attribution = new Float32Array(784);
  attribution.set([2, -2, 1], 0);
  const { rgba } = overlaid(image, attribution, strongestOf([attribution]));
  const pixel = (i: number) => [...rgba.subarray(4 * i, 4 * i + 4)];
  expect(pixel(0)).toEqual([255, 150, 40, 255]);
  expect(pixel(1)).toEqual([70, 145, 255, 255]);
  expect(pixel(2)).toEqual([198, 145, 90, 255]);
  expect(pixel(3)).toEqual([140, 140, 140, 255]);
});

test('no attribution at all leaves the digit as it is', () => {
  const { rgba } = overlaid(
    new Float32Array(784),
    new Float32Array(784),
    strongestOf([new Float32Array(784)]),
  );
  expect([...rgba.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
});

test('the scale ends in the colours of the picture', () => {
  const { min, max, table } = evidenceScale('signed', 3);
  expect([min, max]).toEqual([-3, 3]);
  expect([...table.subarray(0, 3), ...table.subarray(765)]).toEqual([70, 145, 255, 255, 150, 40]);
  expect(evidenceScale('positive', 3)).toMatchObject({ min: 0, max: 3 });
});
