import type { Choices, GuessOf } from './choices.ts';

/** What is seen of an image at its edge, which is background. */
export interface EdgeView {
  /** Mean of the edge's pixels, 0 to 255. */
  readonly mean: number;
  /** Share of them that are light. */
  readonly lightShare: number;
  /** Between the darkest and the lightest pixel of the image. */
  readonly contrast: number;
}

const LIGHT = 127.5;

/** @param pixels - 0 to 255, row by row */
export function edgeOf(pixels: Float32Array, height: number, width: number): EdgeView {
  let [sum, light, count] = [0, 0, 0];
  const see = (value: number) => {
    sum += value;
    light += value > LIGHT ? 1 : 0;
    count++;
  };
  for (let column = 0; column < width; column++) {
    see(pixels[column] as number);
    see(pixels[(height - 1) * width + column] as number);
  }
  for (let row = 1; row < height - 1; row++) {
    see(pixels[row * width] as number);
    see(pixels[row * width + width - 1] as number);
  }
  let [least, most] = [255, 0];
  for (let pixel = 0; pixel < height * width; pixel++) {
    const value = pixels[pixel] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { mean: sum / count, lightShare: light / count, contrast: most - least };
}

/** An edge that is nearly all of one kind: things that reach the edge, as clothes do, are left as the others of their set. */
const CLEAR = 0.9;
/** Less contrast is no ink. */
const LEAST_CONTRAST = 48;
/** Fewer images of the other kind are chance. */
const LEAST_OTHERS = 0.02;

/** Of one set: which images are dark on light, 1, and which not, 0. */
export function darkImages(edges: readonly EdgeView[]): Uint8Array {
  const seen = edges.filter(({ contrast }) => contrast >= LEAST_CONTRAST);
  const isDark = seen.reduce((sum, { mean }) => sum + mean, 0) / seen.length > LIGHT;
  const others = edges.map(
    ({ lightShare, contrast }) =>
      contrast >= LEAST_CONTRAST && (isDark ? lightShare <= 1 - CLEAR : lightShare >= CLEAR),
  );
  const many = others.filter((is) => is).length >= Math.max(2, LEAST_OTHERS * edges.length);
  return Uint8Array.from(others, (isOther) => ((isOther && many ? !isDark : isDark) ? 1 : 0));
}

/** @param dark - of each set, which images are dark on light */
export function guessPolarity(
  dark: readonly Uint8Array[],
  chosen: Choices['polarity'] | undefined,
): GuessOf<'polarity'> {
  const counts = dark.map((images) => images.reduce((sum, one) => sum + one, 0));
  const all = dark.reduce((sum, { length }) => sum + length, 0);
  const inverted = counts.reduce((sum, count) => sum + count, 0);
  const options = ['each', 'light', 'dark'] as const;
  const about = { id: 'polarity' as const, options };
  if (chosen === 'light' || (!chosen && inverted === 0)) {
    return { ...about, value: chosen ?? 'each', because: 'polarity-light' };
  }
  if (chosen === 'dark' || (!chosen && inverted === all)) {
    return { ...about, value: chosen ?? 'each', because: 'polarity-dark' };
  }
  const found = { train: `${counts[0] ?? 0}`, test: `${counts[1] ?? 0}` };
  const because = inverted === 0 ? 'polarity-light' : inverted === all ? 'polarity-dark' : 'polarity-mixed';
  return { ...about, value: 'each', because, found };
}
