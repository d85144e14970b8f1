import type { ColourScale } from '../../charts/colour-scale';

/** Black for the background to white for ink, as everywhere for images. */
export const GREY_SCALE: ColourScale = {
  min: 0,
  max: 1,
  table: Uint8Array.from({ length: 3 * 256 }, (_, i) => Math.floor(i / 3)),
};
