import { expect, it } from 'vitest';
import { decodePictures } from '../../src/engine/data/decode-pictures';

/** A picture of one colour, made by the browser itself. */
async function png(colour: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(28, 28);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 28, 28);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

it('decodes pictures to their brightness, in their order, with transparent places as black', async () => {
  const colours = ['#fff', '#f00', '#0f0', '#00f', 'rgb(255 255 255 / 0.2)', '#000'];
  const { images, failed } = await decodePictures(await Promise.all(colours.map(png)));
  expect(failed).toEqual([]);
  expect(images).toHaveLength(6 * 784);
  const found = colours.map((_, i) => [...new Set(images.subarray(i * 784, (i + 1) * 784))]);
  expect(found).toEqual([[255], [76], [150], [29], [51], [0]]);
});

it('says which pictures are damaged and decodes the others', async () => {
  const white = await png('#fff');
  const { images, failed } = await decodePictures([white.slice(0, 60), white, new Uint8Array(100)]);
  expect(failed).toEqual([0, 2]);
  expect([images[0], images[784], images[2 * 784]]).toEqual([0, 255, 0]);
});
