import { expect, it } from 'vitest';
import { canvasWidth, layPicture, leftOf } from '../../../src/ui/row-pictures';

const row = { side: 28, size: 42, width: 1010, columns: 15, gap: 8 };

it('lays each picture over the middle of its item, to less than a pixel of its own', () => {
  const scale = row.size / row.side;
  for (let column = 0; column < row.columns; column++) {
    const item = { left: (column * row.width) / row.columns, width: row.width / row.columns - row.gap };
    const middle = (leftOf(row, column) + row.side / 2) * scale;
    expect(Math.abs(middle - (item.left + item.width / 2))).toBeLessThan(scale);
  }
  expect(leftOf(row, row.columns - 1) + row.side).toBeLessThan(canvasWidth(row));
});

it('writes greys as opaque pixels, and leaves what lies beside them', () => {
  const image = new Uint8ClampedArray(4 * 2 * 5);
  layPicture(new Uint32Array(image.buffer), { side: 2 }, 1, Float32Array.of(0, 1, 0.5, 0.25));
  const pixel = (x: number, y: number) => [...image.subarray(4 * (5 * y + x), 4 * (5 * y + x) + 4)];
  expect(pixel(1, 0)).toEqual([0, 0, 0, 255]);
  expect(pixel(2, 0)).toEqual([255, 255, 255, 255]);
  expect(pixel(1, 1)).toEqual([128, 128, 128, 255]);
  expect(pixel(2, 1)).toEqual([64, 64, 64, 255]);
  for (const y of [0, 1]) for (const x of [0, 3, 4]) expect(pixel(x, y)).toEqual([0, 0, 0, 0]);
});
