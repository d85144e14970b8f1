import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { epochImages } from '../../../../src/engine/data/epoch-images';
import type { ImageMaker } from '../../../../src/engine/data/image-maker';
import { Cancelled } from '../../../../src/engine/latest-task';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';

const COUNT = 3_000;
const OPTIONS = { style: 'realistic', noise: 0, blur: 0 } as const;

/** Real images are white; a drawn one says which digit it is, and where it stands in its series. */
const WHITE = 255;
const draw: ImageMaker['draw'] = async ({ labels, source }) => {
  const images = new Uint8Array(784 * labels.length);
  labels.forEach((label, i) => {
    images.set([label, (source.seed * 7 + source.first + i) % 251], 784 * i);
  });
  return images;
};

/** Says in the second pixel which change was made. */
const augment: ImageMaker['augment'] = async ({ images, source }) => {
  const changed = images.slice();
  source.numbers.forEach((number, i) => {
    changed[784 * i + 1] = number % 251;
  });
  return changed;
};

const labels = Uint8Array.from({ length: COUNT }, (_, i) => (i * 7) % 10);
const real: Dataset = {
  train: { images: new Uint8Array(784 * COUNT).fill(WHITE), labels },
  test: { images: new Uint8Array(0), labels: new Uint8Array(0) },
  official: true,
  origin: 'a test',
};

function epochsOf(dataset: Dataset, patch: Partial<Settings>, positions = allBut100(), first = 0) {
  const settings = { ...DEFAULT_SETTINGS, epochs: 3, ...patch };
  return epochImages({ settings, dataset, positions, first, maker: { draw, augment } });
}
const allBut100 = () => Uint32Array.from({ length: COUNT - 100 }, (_, i) => i + 100);
const drawn = (images: Uint8Array) =>
  Array.from(labels, (_, i) => i).filter((position) => images[784 * position] !== WHITE);

it('leaves the images of a data set alone where nothing is mixed in', () => {
  expect(epochsOf(real, {})).toBeUndefined();
});

it('mixes no digits among things that are none', () => {
  expect(epochsOf({ ...real, classNames: ['shoe'] }, { syntheticShare: 0.5 })).toBeUndefined();
});

it('puts a share of drawn digits in the place of real ones of the same class, others in each epoch', async () => {
  const epochs = epochsOf(real, { syntheticShare: 0.25 });
  const places: number[][] = [];
  for (const epoch of [0, 1, 2]) {
    const images = (await epochs?.of(epoch)) as Uint8Array;
    const replaced = drawn(images);
    expect(replaced).toHaveLength(725);
    expect(replaced.every((position) => position >= 100)).toBe(true);
    expect(replaced.every((position) => images[784 * position] === labels[position])).toBe(true);
    places.push(replaced);
  }
  expect(places[0]).not.toEqual(places[1]);
  expect(places[1]).not.toEqual(places[2]);
});

it('repeats for a seed and differs for another', async () => {
  const first = async (seed: number) => {
    const images = await epochsOf(real, { syntheticShare: 0.5, seed })?.of(0);
    return drawn(images as Uint8Array).join();
  };
  expect(await first(1)).toBe(await first(1));
  expect(await first(1)).not.toBe(await first(2));
});

it('begins with the synthetic data set as it is and draws all of its digits anew for every further epoch', async () => {
  const epochs = epochsOf({ ...real, drawn: OPTIONS }, {});
  expect(await epochs?.of(0)).toBe(real.train.images);
  const second = (await epochs?.of(1)) as Uint8Array;
  const third = (await epochs?.of(2)) as Uint8Array;
  expect(drawn(second)).toHaveLength(COUNT - 100);
  const series = (images: Uint8Array) => drawn(images).map((position) => images[784 * position + 1]);
  expect(series(second)).not.toEqual(series(third));
});

it('has the same images in an epoch that a run begins with as in one that it comes to', async () => {
  const patch = { rotation: 10, syntheticShare: 0.5 };
  const hashes = async (first: number) => {
    const epochs = epochsOf(real, patch, allBut100(), first);
    const found: string[] = [];
    for (let epoch = first; epoch < 3; epoch++) {
      found.push(
        createHash('sha1')
          .update((await epochs?.of(epoch)) as Uint8Array)
          .digest('hex'),
      );
    }
    return found;
  };
  const all = await hashes(0);
  expect(new Set(all).size).toBe(3);
  expect(await hashes(1)).toEqual(all.slice(1));
});

it('draws no further once it is ended', async () => {
  const epochs = epochsOf(real, { syntheticShare: 1 });
  epochs?.end();
  await expect(epochs?.of(0)).rejects.toThrow(Cancelled);
});

it('changes every image of the run, drawn or not, in another way in each epoch, and no other image', async () => {
  const epochs = epochsOf(real, { rotation: 10, syntheticShare: 0.25 });
  for (const epoch of [0, 1]) {
    const images = (await epochs?.of(epoch)) as Uint8Array;
    expect(drawn(images)).toHaveLength(725);
    const marks = Array.from(labels, (_, position) => images[784 * position + 1]);
    expect(marks.slice(0, 100).every((mark) => mark === WHITE)).toBe(true);
    expect(marks.slice(100)).toEqual(Array.from(labels, (_, i) => (epoch * COUNT + i) % 251).slice(100));
  }
  expect(real.train.images.every((value) => value === WHITE)).toBe(true);
});
