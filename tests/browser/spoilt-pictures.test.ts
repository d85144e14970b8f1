import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePictures } from '../../src/engine/data/decode-pictures';
import { readPicture } from '../../src/panels/shared/read-picture';
import { spoilt } from '../fixtures/fuzz/spoilt-bytes';

/** A 7, as the browser itself writes it. */
async function picture(type: string, side: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.scale(side, side);
  context.lineWidth = 0.08;
  context.stroke(new Path2D('M .3 .25 L .7 .25 L .45 .75'));
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}

const PROBLEMS = ['not-a-picture', 'too-large', 'no-ink'];

it.each(['image/jpeg', 'image/png', 'image/webp'])(
  'takes the ink in a spoilt picture, or says why there is none: %s',
  async (type) => {
    const valid = await picture(type, 120);
    expect(await readPicture(new Blob([valid]))).toHaveProperty('ink.length', 280 * 280);
    await fc.assert(
      fc.asyncProperty(spoilt(valid), async (bytes) => {
        const found = await readPicture(new Blob([bytes]));
        if (typeof found === 'string') expect(PROBLEMS).toContain(found);
        else expect(found.ink.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  },
);

it('decodes those of some spoilt pictures of a data set that can be, and says which can not', async () => {
  const valid = await picture('image/png', 28);
  const [whole] = await decodePictures([valid], 100);
  await fc.assert(
    fc.asyncProperty(fc.array(spoilt(valid), { maxLength: 6 }), async (pictures) => {
      const decoded = await decodePictures([...pictures, valid], 100);
      expect(decoded).toHaveLength(pictures.length + 1);
      expect(decoded.at(-1)).toEqual(whole);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
