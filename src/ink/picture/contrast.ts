import { type GreyImage, localMean } from './local-mean';

/** How far each pixel stands out from the background around it, towards the ink. */
export interface Contrast {
  readonly width: number;
  readonly height: number;
  /** [height × width], 0 background or beyond it, up to 1 */
  readonly values: Float32Array;
  /** Standard deviation of the grain. */
  readonly noise: number;
}

/** Radius of the window for the background, as a share of the longer side: wider than any line, narrower than a shadow. */
const WINDOW = 1 / 6;

/** Light falls unevenly on paper: so ink is what differs from its surroundings, not what is darker than some grey. */
export function contrastOf(image: GreyImage): Contrast {
  const { width, height } = image;
  const radius = Math.max(2, Math.round(WINDOW * Math.max(width, height)));
  const values = isInkDark(image, localMean(image, radius))
    ? image.values.map((grey) => 1 - grey)
    : image.values;
  const bright = { width, height, values };
  // Ink lifts the mean around it: what is above it is left out of the second one.
  const around = localMean(bright, radius);
  const isBackground = Uint8Array.from(values, (value, i) => (value <= (around[i] as number) + 0.02 ? 1 : 0));
  const background = localMean(bright, radius, isBackground);
  const contrast = values.map((value, i) => Math.max(0, value - (background[i] as number)));
  return { width, height, values: contrast, noise: noiseOf(image) };
}

/** Ink takes a small part of a picture and stands out far: it is on the side of the long tail. */
function isInkDark({ values }: GreyImage, around: Float32Array): boolean {
  let cubes = 0;
  for (let i = 0; i < values.length; i++) cubes += ((values[i] as number) - (around[i] as number)) ** 3;
  return cubes < 0;
}

/**
 * Of the noise of single pixels: the median difference of neighbours, of which few lie on an edge of ink, over what it
 * is for normal noise of deviation 1 (√2 · 0.6745).
 */
function noiseOf({ values }: GreyImage): number {
  const differences = new Float32Array(Math.max(1, values.length - 1));
  for (let i = 1; i < values.length; i++) {
    differences[i - 1] = Math.abs((values[i] as number) - (values[i - 1] as number));
  }
  return (differences.sort()[Math.floor(differences.length / 2)] as number) / 0.954;
}
