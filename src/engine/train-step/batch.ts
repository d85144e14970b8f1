import * as tf from '@tensorflow/tfjs';
import type { LabelledImages } from '../../data/dataset';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';

/**
 * Some images of a data set as one tensor.
 * @param positions - in `data`
 * @returns [n, 28, 28, 1], 0 to 1
 */
export function imageTensor({ images }: LabelledImages, positions: Uint32Array): tf.Tensor4D {
  const values = new Float32Array(positions.length * INPUT_SIZE);
  let target = 0;
  for (const position of positions) {
    const end = (position + 1) * INPUT_SIZE;
    for (let source = end - INPUT_SIZE; source < end; source++) {
      values[target++] = (images[source] as number) / 255;
    }
  }
  return tf.tensor4d(values, [positions.length, INPUT_SIDE, INPUT_SIDE, 1]);
}

/**
 * What the network is to say about some images: (1 − s)·one-hot + s/classes.
 * @param smoothing - s, 0 to 0.5
 * @returns [n, classes]
 */
export function targetTensor(
  { labels }: LabelledImages,
  positions: Uint32Array,
  smoothing: number,
  classes: number,
): tf.Tensor2D {
  const values = new Float32Array(positions.length * classes).fill(smoothing / classes);
  positions.forEach((position, row) => {
    values[row * classes + (labels[position] as number)] = 1 - smoothing + smoothing / classes;
  });
  return tf.tensor2d(values, [positions.length, classes]);
}
