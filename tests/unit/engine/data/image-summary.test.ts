import { describe, expect, it } from 'vitest';
import { splitTraining } from '../../../../src/data/split';
import type { DataInUse } from '../../../../src/engine/data/active-dataset';
import { ImageSummaries } from '../../../../src/engine/data/image-summary';

/** Labels and pixels from a small formula, every grey from 0 to 255 among them; no image of class 9. */
function imagesOf(count: number) {
  const labels = Uint8Array.from({ length: count }, (_, i) => (i * 7) % 9);
  return { labels, images: Uint8Array.from({ length: 784 * count }, (_, i) => (i * i + 3 * i) % 256) };
}

function dataOf(train: number, test: number): DataInUse {
  return {
    dataset: { train: imagesOf(train), test: imagesOf(test), official: false, origin: 'a test' },
    split: splitTraining(train),
  } as DataInUse;
}

/** @param onBreath - called at each breath */
function summariesOf(onBreath: () => void = () => {}, isInUse: (data: DataInUse) => boolean = () => true) {
  let breaths = 0;
  const yieldToEventLoop = async () => {
    breaths += 1;
    onBreath();
  };
  return { summaries: new ImageSummaries(yieldToEventLoop, isInUse), breaths: () => breaths };
}

describe('the summary of a part', () => {
  it('counts, averages and spreads as adding up image by image does', async () => {
    const data = dataOf(1300, 600);
    const { labels, images } = data.dataset.train;
    const found = await summariesOf().summaries.of('train', data);
    expect([...(found?.positions ?? [])]).toEqual([...data.split.train].sort((a, b) => a - b));
    for (let digit = 0; digit < 10; digit++) {
      const own = [...data.split.train].filter((position) => labels[position] === digit);
      expect(found?.counts[digit]).toBe(own.length);
      const pixels = own.map((position) => images[784 * position + 401] as number);
      const mean = own.length > 0 ? pixels.reduce((sum, grey) => sum + grey, 0) / own.length / 255 : 0;
      expect(found?.means[784 * digit + 401]).toBeCloseTo(mean, 6);
      const all = own.flatMap((position) => [...images.subarray(784 * position, 784 * (position + 1))]);
      expect(found?.greys[256 * digit + 17]).toBe(all.filter((grey) => grey === 17).length);
    }
  });

  it('has each part’s own images, with their labels', async () => {
    const data = dataOf(1200, 600);
    const { summaries } = summariesOf();
    const validation = await summaries.of('validation', data);
    const test = await summaries.of('test', data);
    expect(validation?.positions).toHaveLength(100);
    expect(test?.positions).toHaveLength(600);
    expect([...(test?.labels ?? [])]).toEqual([...data.dataset.test.labels]);
    expect([...(validation?.labels ?? [])]).toEqual(
      [...(validation?.positions ?? [])].map((position) => data.dataset.train.labels[position]),
    );
  });

  it('is made once for the same data, and anew for others', async () => {
    const { summaries, breaths } = summariesOf();
    const data = dataOf(1200, 600);
    const first = await summaries.of('test', data);
    const spent = breaths();
    expect(await summaries.of('test', data)).toBe(first);
    expect(breaths()).toBe(spent);
    expect((await summaries.of('test', dataOf(1200, 500)))?.positions).toHaveLength(500);
  });

  it('ends at the next breath when cancelled, when another is asked for, and when other data are in use', async () => {
    const data = dataOf(6000, 600);
    const cancelled = summariesOf(() => cancelled.summaries.cancel());
    expect(await cancelled.summaries.of('train', data)).toBeUndefined();
    expect(cancelled.breaths()).toBe(1);

    const { summaries } = summariesOf();
    const [overtaken, last] = await Promise.all([summaries.of('train', data), summaries.of('test', data)]);
    expect(overtaken).toBeUndefined();
    expect(last?.part).toBe('test');

    const replaced = summariesOf(undefined, () => false);
    expect(await replaced.summaries.of('train', data)).toBeUndefined();
    expect(replaced.breaths()).toBe(1);
  });
});
