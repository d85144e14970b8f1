import { colourTable } from './colour-table';

/**
 * Blue for negative, orange for positive values: told apart with every kind of colour blindness. Zero is the page's own
 * ground, white or nearly black, so that what stands out is what differs from zero. Anchors from the lowest value to
 * the highest, evenly spaced; both arms change their lightness alike, which a test holds them to.
 */
const ANCHORS = {
  light: [
    [8, 64, 129],
    [43, 115, 179],
    [120, 176, 214],
    [200, 222, 238],
    [247, 247, 247],
    [250, 222, 190],
    [241, 163, 88],
    [200, 100, 14],
    [127, 59, 8],
  ],
  dark: [
    [198, 224, 255],
    [120, 178, 240],
    [58, 122, 190],
    [34, 66, 104],
    [26, 30, 36],
    [98, 58, 22],
    [180, 98, 22],
    [244, 154, 66],
    [255, 222, 184],
  ],
} as const;

export type ColourScheme = keyof typeof ANCHORS;

/** Red, green, blue of 256 steps, zero in the middle: uint8, [256, 3]. */
export const DIVERGING: Readonly<Record<ColourScheme, Uint8Array>> = {
  light: colourTable(ANCHORS.light),
  dark: colourTable(ANCHORS.dark),
};
