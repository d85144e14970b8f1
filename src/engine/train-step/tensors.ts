import * as tf from '@tensorflow/tfjs';

/** Mean over the batch of the cross-entropy between targets and softmax(logits). */
export const crossEntropy = (logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar =>
  tf.neg(tf.mean(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1)));

/** Tensors one after the other as one vector: read or changed at once. */
export const joined = (tensors: readonly tf.Tensor[]): tf.Tensor1D =>
  tf.concat(tensors.map((tensor) => tensor.reshape([tensor.size]) as tf.Tensor1D));

/** The values of a tensor, which is freed. */
export async function valuesOf(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}
