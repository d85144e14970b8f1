import * as tf from '@tensorflow/tfjs';
import { BATCH_NORM } from '../../model/layers/batch-norm';

/** The statistics of one normalisation over a batch: the mean over its ghost batches, by their images. [channels] each. */
export interface BatchStatistics {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/**
 * By the running averages.
 * @param x - [n, ..., channels]
 * @param weights - scale, shift, mean, variance
 */
export function normalise(x: tf.Tensor, weights: readonly tf.Tensor[]): tf.Tensor {
  const [scale, shift, mean, variance] = alike(x, weights);
  return standardised(x, mean, variance).mul(scale).add(shift);
}

/**
 * By the statistics of the images themselves, ghost batch by ghost batch.
 * @param ghosts - how many images each has, in order
 */
export function normaliseBatch(
  x: tf.Tensor,
  weights: readonly tf.Tensor[],
  ghosts: readonly number[],
): { readonly output: tf.Tensor; readonly statistics: BatchStatistics } {
  const [scale, shift] = alike(x, weights);
  const images = x.shape[0] as number;
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const parts = tf.split(x, [...ghosts]).map((part) => ({ part, ...tf.moments(part, axes, true) }));
  const output = tf.concat(parts.map(({ part, mean, variance }) => standardised(part, mean, variance)));
  const overGhosts = (of: (part: BatchStatistics) => tf.Tensor) =>
    tf.addN(
      parts.map((part, i) =>
        of(part)
          .flatten()
          .mul((ghosts[i] as number) / images),
      ),
    );
  return {
    output: output.mul(scale).add(shift),
    statistics: { mean: overGhosts(({ mean }) => mean), variance: overGhosts(({ variance }) => variance) },
  };
}

const standardised = (x: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor): tf.Tensor =>
  x.sub(mean).div(variance.add(BATCH_NORM.epsilon).sqrt());

/** The weights with as many axes as the values have. */
function alike(x: tf.Tensor, weights: readonly tf.Tensor[]) {
  const shape = [...x.shape.slice(0, -1).map(() => 1), -1];
  return weights.map((tensor) => tensor.reshape(shape)) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
}
