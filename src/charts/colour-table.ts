type Anchors = readonly (readonly [red: number, green: number, blue: number])[];

/**
 * A colour scale in 256 steps.
 * @param anchors - from the lowest value to the highest, evenly spaced, channels 0 to 255
 * @returns red, green, blue of each step: uint8, [256, 3]
 */
export function colourTable(anchors: Anchors): Uint8Array {
  const table = new Uint8Array(256 * 3);
  for (let step = 0; step < 256; step++) {
    const place = (step / 255) * (anchors.length - 1);
    const index = Math.min(Math.floor(place), anchors.length - 2);
    const [low, high] = [anchors[index], anchors[index + 1]];
    if (!low || !high) continue;
    for (const channel of [0, 1, 2] as const) {
      const value = low[channel] + (high[channel] - low[channel]) * (place - index);
      table[step * 3 + channel] = Math.round(value);
    }
  }
  return table;
}
