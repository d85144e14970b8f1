import { expect, it } from 'vitest';
import { previewAugmentation } from '../../../../src/data/augment/preview';
import { AUGMENTATION } from '../../../../src/model/settings';

const NONE = { shift: 0, rotation: 0, scaling: 0, shear: 0, elastic: 0, strokeWidth: 0, contrast: 0 };
const image = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 8 && i % 28 < 18 && i > 28 * 10 && i < 28 * 16 ? 180 : 0,
);
const at = (images: Uint8Array, i: number) => images.slice(784 * i, 784 * (i + 1));

it('shows each setting alone at both of its ends', () => {
  const { extremes } = previewAugmentation(image, { ...NONE, shift: 4 }, 1);
  expect(extremes).toHaveLength(AUGMENTATION.length * 2 * 784);
  const place = (value: number) => (i: number) => (image[i - value * 29] ?? 0) as number;
  expect([...at(extremes, 0)].slice(200, 500)).toEqual(
    Array.from({ length: 300 }, (_, i) => place(-4)(i + 200)),
  );
  expect([...at(extremes, 1)].slice(300, 600)).toEqual(
    Array.from({ length: 300 }, (_, i) => place(4)(i + 300)),
  );
  for (let other = 2; other < 2 * AUGMENTATION.length; other++) expect(at(extremes, other)).toEqual(image);
});

it('shows all together in as many ways as are asked for', () => {
  const { samples } = previewAugmentation(image, { ...NONE, rotation: 30, elastic: 3 }, 4);
  expect(new Set(Array.from({ length: 4 }, (_, i) => at(samples, i).join())).size).toBe(4);
});
