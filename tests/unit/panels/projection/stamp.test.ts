import { expect, it } from 'vitest';
import { type Pixels, stamp } from '../../../../src/panels/projection/stamp';

const empty = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height),
});
const filled = (side: number, ...pixel: number[]): Pixels => ({
  ...empty(side, side),
  data: new Uint8ClampedArray(4 * side * side).map((_, i) => pixel[i % 4] as number),
});
const at = ({ width, data }: Pixels, x: number, y: number) =>
  [...data].slice(4 * (y * width + x), 4 * (y * width + x) + 4);

it('lays the middle of a mark on the pixel nearest to the place', () => {
  const picture = empty(9, 9);
  stamp(picture, filled(3, 10, 20, 30, 255), 4.6, 3.4, 1);
  const covered = Array.from({ length: 81 }, (_, i) => i).filter((i) => picture.data[4 * i + 3] !== 0);
  // Columns 3 to 5, rows 2 to 4.
  expect(covered).toEqual([21, 22, 23, 30, 31, 32, 39, 40, 41]);
  expect(at(picture, 4, 3)).toEqual([10, 20, 30, 255]);
});

it('mixes colours by how much each is seen, over nothing, over what is opaque and over what is not', () => {
  const picture = empty(3, 1);
  stamp(picture, filled(1, 200, 100, 0, 255), 0.5, 0.5, 0.5);
  expect(at(picture, 0, 0)).toEqual([200, 100, 0, 128]);
  stamp(picture, filled(1, 0, 0, 0, 255), 1.5, 0.5, 1);
  stamp(picture, filled(1, 200, 100, 40, 255), 1.5, 0.5, 0.25);
  expect(at(picture, 1, 0)).toEqual([50, 25, 10, 255]);
  stamp(picture, filled(1, 0, 0, 255, 255), 0.5, 0.5, 0.5);
  // Half of blue over half of half of orange: 2 to 1, some three quarters of it seen.
  expect(at(picture, 0, 0)).toEqual([67, 33, 170, 192]);
});

it('leaves out what falls beyond the edges, and all of a mark that lies outside', () => {
  const picture = empty(4, 4);
  const mark = filled(3, 1, 2, 3, 255);
  for (const [x, y] of [
    [0, 0],
    [4, 4],
    [-9, 2],
    [2, 40],
    [Number.NaN, 2],
  ] as const)
    stamp(picture, mark, x, y, 1);
  const covered = Array.from({ length: 16 }, (_, i) => i).filter((i) => picture.data[4 * i + 3] !== 0);
  expect(covered).toEqual([0, 1, 4, 5, 15]);
});
