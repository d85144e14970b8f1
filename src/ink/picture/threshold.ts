const LEVELS = 256;

/**
 * The value that best parts the values in two: between the means of both sides lies the most variance (N. Otsu, A
 * threshold selection method from gray-level histograms, 1979).
 * @param values - 0 to 1
 */
export function otsuThreshold(values: Float32Array): number {
  const histogram = new Float64Array(LEVELS);
  for (const value of values) {
    const level = Math.min(LEVELS - 1, Math.floor(value * LEVELS));
    histogram[level] = (histogram[level] as number) + 1;
  }
  const total = values.length;
  const sum = histogram.reduce((all, count, level) => all + count * level, 0);
  let [below, sumBelow, best, most] = [0, 0, 0, -1];
  for (let level = 0; level < LEVELS - 1; level++) {
    below += histogram[level] as number;
    sumBelow += level * (histogram[level] as number);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const distance = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * distance * distance;
    if (between > most) [best, most] = [level, between];
  }
  return (best + 1) / LEVELS;
}
