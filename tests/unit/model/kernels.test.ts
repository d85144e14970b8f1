import { expect, test } from 'vitest';
import { kernelOf, kernelPictures } from '../../../src/model/kernels';

/** [2, 2, 3, 2]: the weight at (y, x) of channel c and filter f is 1000 y + 100 x + 10 c + f. */
const shape = [2, 2, 3, 2];
const kernel = new Float32Array(2 * 2 * 3 * 2);
for (const y of [0, 1])
  for (const x of [0, 1])
    for (const c of [0, 1, 2])
      for (const f of [0, 1]) kernel[((y * 2 + x) * 3 + c) * 2 + f] = 1000 * y + 100 * x + 10 * c + f;

test('a picture is one filter’s kernel for one channel, row by row', () => {
  const { count, width, height, values } = kernelPictures({ shape, kernel }, 2);
  expect([count, width, height]).toEqual([2, 2, 2]);
  expect([...values]).toEqual([20, 120, 1020, 1120, 21, 121, 1021, 1121]);
  expect(kernelOf({ shape, kernel }, 1, 2)).toEqual([21, 121, 1021, 1121]);
});

test('the mean is over all channels', () => {
  const { values } = kernelPictures({ shape, kernel }, 'mean');
  expect([...values].map(Math.round)).toEqual([10, 110, 1010, 1110, 11, 111, 1011, 1111]);
});
