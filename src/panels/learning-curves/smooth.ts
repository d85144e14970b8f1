/**
 * An exponential mean along a series, without the pull towards 0 at its start: sₜ = β sₜ₋₁ + (1 − β) vₜ, divided by
 * 1 − βᵗ (the bias correction of Adam, Kingma & Ba 2015).
 * @param window - batches that the mean looks back over: β = 1 − 1 / window; 1 changes nothing
 * @param counts - batches behind each value; a value of several counts like as many equal ones
 */
export function smooth(values: readonly number[], counts: readonly number[], window: number): number[] {
  const keep = 1 - 1 / window;
  let sum = 0;
  let weight = 0;
  return values.map((value, i) => {
    const kept = keep ** (counts[i] ?? 1);
    sum = kept * sum + (1 - kept) * value;
    weight = kept * weight + (1 - kept);
    return sum / weight;
  });
}
