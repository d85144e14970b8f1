import { colourTable } from './colour-table';

/** Anchors of the viridis colour map (Smith & van der Walt, matplotlib, 2015). */
const ANCHORS = [
  [68, 1, 84],
  [72, 40, 120],
  [62, 74, 137],
  [49, 104, 142],
  [38, 130, 142],
  [31, 158, 137],
  [53, 183, 121],
  [109, 205, 89],
  [180, 222, 44],
  [253, 231, 37],
] as const;

/** Red, green, blue of 256 steps from the lowest value to the highest: uint8, [256, 3]. */
export const VIRIDIS: Uint8Array = colourTable(ANCHORS);
