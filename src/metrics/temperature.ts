/** Temperatures between which the best is looked for: no network is that far from its own probabilities. */
const TEMPERATURES = { min: 0.1, max: 10 } as const;

/** Newton's steps: each doubles the digits, so that the one after this precision would change nothing that is seen. */
const MOST_STEPS = 50;
const PRECISION = 1e-4;
/** A probability of 0 has no logarithm; single precision has none below this but for 0. */
const LEAST = 1e-38;

/**
 * Temperature scaling (Guo et al., 'On calibration of modern neural networks', ICML 2017): the temperature T by which
 * the logits are divided so that the probabilities are those of being right. It minimises the mean negative log
 * likelihood of the truth, which is convex in 1/T; what is read stays the same.
 * @param probabilities - [n, classes] row by row, of images that were not trained on
 * @param truth - [n], below `classes`
 * @returns T; 1 without images
 */
export function fitTemperature(probabilities: Float32Array, truth: Uint8Array): number {
  if (truth.length === 0) return 1;
  const logits = probabilities.map((probability) => Math.log(Math.max(LEAST, probability)));
  let [low, high] = [1 / TEMPERATURES.max, 1 / TEMPERATURES.min];
  let inverse = 1;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = derivatives(logits, truth, inverse);
    if (slope > 0) high = inverse;
    else low = inverse;
    const newton = inverse - slope / curvature;
    // Where the curve is too flat for Newton, half of what is left.
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const isNear = Math.abs(next - inverse) < PRECISION * inverse;
    inverse = next;
    if (isNear) break;
  }
  return 1 / inverse;
}

/** Of the sum over the images of −log softmax(logits · inverse)[truth], by `inverse`. */
function derivatives(logits: Float32Array, truth: Uint8Array, inverse: number) {
  const classes = logits.length / truth.length;
  let [slope, curvature] = [0, 0];
  for (const [image, label] of truth.entries()) {
    const start = image * classes;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = start; i < start + classes; i++) most = Math.max(most, logits[i] as number);
    let [sum, first, second] = [0, 0, 0];
    for (let i = start; i < start + classes; i++) {
      const logit = (logits[i] as number) - most;
      const power = Math.exp(inverse * logit);
      sum += power;
      first += power * logit;
      second += power * logit * logit;
    }
    const mean = first / sum;
    slope += mean - ((logits[start + label] as number) - most);
    curvature += second / sum - mean * mean;
  }
  return { slope, curvature };
}

/**
 * softmax(log p / T): the probabilities that logits divided by T would have given.
 * @param probabilities - [n, classes] row by row
 */
export function tempered(
  probabilities: Float32Array,
  temperature: number,
  classes: number,
): Float32Array<ArrayBuffer> {
  const scaled = new Float32Array(probabilities.length);
  for (let start = 0; start < probabilities.length; start += classes) {
    const row = probabilities.subarray(start, start + classes);
    const most = Math.max(...row);
    const powers = row.map((probability) => (probability / most) ** (1 / temperature));
    const sum = powers.reduce((total, power) => total + power, 0);
    scaled.set(
      powers.map((power) => power / sum),
      start,
    );
  }
  return scaled;
}
