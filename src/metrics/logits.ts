/** @returns probabilities that add up to 1; the maximum is taken off first so that nothing overflows */
export function softmax(logits: Float32Array): Float32Array {
  const max = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - max));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * @param logits - [n, classes] row by row
 * @returns probabilities, [n, classes]; each row adds up to 1
 */
export function softmaxRows(logits: Float32Array, classes: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    const row = logits.subarray(start, start + classes);
    const max = Math.max(...row);
    let sum = 0;
    for (const logit of row) sum += Math.exp(logit - max);
    for (let i = 0; i < classes; i++) {
      probabilities[start + i] = Math.exp((row[i] as number) - max) / sum;
    }
  }
  return probabilities;
}

/** What a batch of logits says about its labels. */
interface Scores {
  /** Sum over the images of −log softmax(logits)[label]. */
  readonly lossSum: number;
  /** uint8, [n]: the class with the largest logit; the lower class where two are equal, 0 where one is not a number */
  readonly predicted: Uint8Array;
}

/**
 * @param logits - [n, classes] row by row
 * @param labels - [n], below `classes`
 */
export function scoreLogits(logits: Float32Array, labels: Uint8Array): Scores {
  const predicted = new Uint8Array(labels.length);
  const classes = logits.length / labels.length;
  let lossSum = 0;
  for (const [i, label] of labels.entries()) {
    const row = logits.subarray(i * classes, (i + 1) * classes);
    const max = Math.max(...row);
    // NaN is found nowhere: −1 would become class 255.
    predicted[i] = Math.max(0, row.indexOf(max));
    let sum = 0;
    for (const logit of row) sum += Math.exp(logit - max);
    lossSum += Math.log(sum) + max - (row[label] as number);
  }
  return { lossSum, predicted };
}
