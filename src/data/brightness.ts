/**
 * How bright a colour is: ITU-R BT.601, as most programs turn pictures to grey.
 * @param red - 0 to 255, or to 65,535, as the others
 * @returns in the same range, whole
 */
export const brightness = (red: number, green: number, blue: number): number =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue);

/** JPEG leaves a trace of colour in grey pictures. */
const TRACE = 1 / 16;

/** @param most - what stands for white */
export const isColour = (red: number, green: number, blue: number, most: number): boolean =>
  Math.max(red, green, blue) - Math.min(red, green, blue) > TRACE * most;
