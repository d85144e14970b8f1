import { expect, it } from 'vitest';
import { decodePictures } from '../../src/engine/data/decode-pictures';

/** A picture of one colour, made by the browser itself. */
async function picture(
  colour: string,
  type = 'image/png',
  [width, height] = [28, 28],
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}

it('decodes pictures in their order, with what is transparent', async () => {
  const colours = ['#fff', '#f00', '#0f0', '#00f', 'rgb(255 255 255 / 0.2)', '#000'];
  const decoded = await decodePictures(await Promise.all(colours.map((colour) => picture(colour))), 112);
  expect(decoded.map((one) => [...(one?.rgba.subarray(4 * 100, 4 * 101) ?? [])])).toEqual([
    [255, 255, 255, 255],
    [255, 0, 0, 255],
    [0, 255, 0, 255],
    [0, 0, 255, 255],
    [255, 255, 255, 51],
    [0, 0, 0, 255],
  ]);
  expect(decoded[0]).toMatchObject({ width: 28, height: 28 });
});

it('says which pictures are damaged and decodes the others', async () => {
  const white = await picture('#fff');
  const decoded = await decodePictures([white.slice(0, 60), white, new Uint8Array(100)], 112);
  expect(decoded.map((one) => one?.rgba[0])).toEqual([undefined, 255, undefined]);
});

it.each(['image/jpeg', 'image/webp', 'image/png'])(
  'decodes %s of another size, and makes large ones smaller',
  async (type) => {
    const pictures = await Promise.all([picture('#fff', type, [40, 20]), picture('#fff', type, [400, 100])]);
    const decoded = await decodePictures(pictures, 100);
    expect(decoded.map((one) => [one?.width, one?.height])).toEqual([
      [40, 20],
      [100, 25],
    ]);
    expect(decoded[1]?.rgba).toHaveLength(4 * 100 * 25);
  },
);

it('decodes GIF and BMP', async () => {
  const gif = Uint8Array.from(atob('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs='), (sign) =>
    sign.charCodeAt(0),
  );
  const bmp = new Uint8Array(58);
  const view = new DataView(bmp.buffer);
  bmp.set([0x42, 0x4d]);
  for (const [at, value] of [
    [2, 58],
    [10, 54],
    [14, 40],
    [18, 1],
    [22, 1],
    [34, 4],
  ] as const) {
    view.setUint32(at, value, true);
  }
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  bmp.set([0, 0, 255], 54);
  const decoded = await decodePictures([gif, bmp], 100);
  expect(decoded.map((one) => [...(one?.rgba ?? [])])).toEqual([
    [255, 255, 255, 255],
    [255, 0, 0, 255],
  ]);
});
