import { describe, expect, it, vi } from 'vitest';
import type { LabelledImages } from '../../../../src/data/dataset';
import type { ImageSet } from '../../../../src/protocol/data/images';
import { ImageCache } from '../../../../src/state/data/image-cache';

function setUp() {
  const images = vi.fn(
    async (_set: ImageSet, positions: Uint32Array): Promise<LabelledImages | undefined> => ({
      images: Uint8Array.from({ length: 784 * positions.length }, (_, i) => {
        return positions[Math.floor(i / 784)] as number;
      }),
      labels: Uint8Array.from(positions, (position) => position % 10),
    }),
  );
  const cache = new ImageCache({ images });
  const told = () => new Promise<void>((resolve) => cache.subscribe(resolve));
  return { cache, images, told };
}

describe('the image cache', () => {
  it('asks once for all that is wanted together', async () => {
    const { cache, images, told } = setUp();
    for (const position of [3, 51, 3]) cache.want({ set: 'test', position });
    cache.want({ set: 'train', position: 7 });
    await told();
    expect(images).toHaveBeenCalledTimes(2);
    expect(cache.get({ set: 'test', position: 51 })).toMatchObject({ label: 1 });
    expect(cache.get({ set: 'test', position: 51 })?.image[783]).toBeCloseTo(0.2);
    expect(cache.get({ set: 'train', position: 7 })?.label).toBe(7);
    expect(cache.get({ set: 'train', position: 3 })).toBeUndefined();
    cache.want({ set: 'test', position: 3 });
    await Promise.resolve();
    expect(images).toHaveBeenCalledTimes(2);
  });

  it('forgets all with the data, also what is still on its way', async () => {
    const { cache, told } = setUp();
    cache.want({ set: 'test', position: 1 });
    await told();
    cache.want({ set: 'test', position: 2 });
    await Promise.resolve();
    cache.forget();
    await expect.poll(() => cache.get({ set: 'test', position: 1 })).toBeUndefined();
    cache.want({ set: 'test', position: 4 });
    await told();
    expect(cache.get({ set: 'test', position: 2 })).toBeUndefined();
    expect(cache.get({ set: 'test', position: 4 })?.label).toBe(4);
  });

  it('keeps those that were wanted last', async () => {
    const { cache, told } = setUp();
    cache.want({ set: 'test', position: 0 });
    cache.want({ set: 'test', position: 1 });
    await told();
    cache.want({ set: 'test', position: 0 });
    for (let position = 2; position < 4001; position++) cache.want({ set: 'test', position });
    await told();
    expect(cache.get({ set: 'test', position: 0 })).toBeDefined();
    expect(cache.get({ set: 'test', position: 1 })).toBeUndefined();
  });

  it('leaves out what is not there', async () => {
    const { cache, images, told } = setUp();
    images.mockResolvedValue(undefined);
    cache.want({ set: 'test', position: 1e6 });
    await told();
    expect(cache.get({ set: 'test', position: 1e6 })).toBeUndefined();
  });
});
