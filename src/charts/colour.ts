/**
 * A colour between two others, channel by channel.
 * @param from, to - `rgb(r, g, b)`, channels 0 to 255
 * @param share - of `to`, 0 to 1
 * @returns `rgb(r, g, b)`
 */
export function mixColours(from: string, to: string, share: number): string {
  const end = channels(to);
  const mixed = channels(from).map((value, i) => Math.round(value + ((end[i] ?? 0) - value) * share));
  return `rgb(${mixed.join(', ')})`;
}

/**
 * The colour for text on a background: black or white, whichever stands out more, so that their contrast is at least
 * 4.5 (WCAG 2.2, relative luminance).
 * @param background - `rgb(r, g, b)`
 */
export function inkOn(background: string): string {
  const [red = 0, green = 0, blue = 0] = channels(background).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // The contrast with black, (L + 0.05) / 0.05, equals that with white, 1.05 / (L + 0.05), at L = 0.179.
  return luminance > 0.179 ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
}

function channels(colour: string): number[] {
  const numbers = colour
    .match(/[\d.]+/g)
    ?.slice(0, 3)
    .map(Number);
  if (numbers?.length !== 3) throw new RangeError(`not an rgb colour: ${colour}`);
  return numbers;
}
