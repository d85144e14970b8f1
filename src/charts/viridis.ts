/** Anchors of the viridis colour map (Smith & van der Walt, matplotlib, 2015), evenly spaced from 0 to 1. */
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
export const VIRIDIS: Uint8Array = interpolated();

function interpolated(): Uint8Array {
  const table = new Uint8Array(256 * 3);
  for (let step = 0; step < 256; step++) {
    const place = (step / 255) * (ANCHORS.length - 1);
    const index = Math.min(Math.floor(place), ANCHORS.length - 2);
    const [low, high] = [ANCHORS[index], ANCHORS[index + 1]];
    if (!low || !high) continue;
    for (const channel of [0, 1, 2] as const) {
      const value = low[channel] + (high[channel] - low[channel]) * (place - index);
      table[step * 3 + channel] = Math.round(value);
    }
  }
  return table;
}
