import * as tf from '@tensorflow/tfjs';
import type { LabelledImages } from '../../data/dataset';
import { CLASSES, INPUT_SIDE, INPUT_SIZE } from '../../model/network';

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
 * What the network is to say about some images: (1 − s)·one-hot + s/10.
 * @param smoothing - s, 0 to 0.5
 * @returns [n, 10]
 */
export function targetTensor(
  { labels }: LabelledImages,
  positions: Uint32Array,
  smoothing: number,
): tf.Tensor2D {
  const values = new Float32Array(positions.length * CLASSES).fill(smoothing / CLASSES);
  positions.forEach((position, row) => {
    values[row * CLASSES + (labels[position] as number)] = 1 - smoothing + smoothing / CLASSES;
  });
  return tf.tensor2d(values, [positions.length, CLASSES]);
}
