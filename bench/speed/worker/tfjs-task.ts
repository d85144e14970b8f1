import * as tf from '@tensorflow/tfjs';
import type { LabelledImages } from '../../../src/data/dataset';
import { CLASSES, INPUT_SIDE } from '../../../src/model/network';
import type { Backend } from '../../../src/model/settings';
import { BATCH, LEARNING_RATE } from '../networks';
import { brightness } from './images';
import type { Task } from './paced-task';

/** tfjs as it is installed: the reference network as a tf.LayersModel, trained by its own `fit`. */
export async function createTfjsTask(backend: Backend, images: LabelledImages): Promise<Task> {
  await load(backend);
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start ${backend}`);
  const model = referenceModel();
  const count = images.labels.length;
  const xs = tf.tensor4d(brightness(images), [count, INPUT_SIDE, INPUT_SIDE, 1]);
  const ys = tf.tidy(() => tf.oneHot(tf.tensor1d(images.labels, 'int32'), CLASSES).toFloat());
  const most = Math.floor(count / BATCH);
  return {
    unitsAStep: BATCH,
    async run(steps) {
      for (let left = steps; left > 0; left -= most) await trainModel(model, xs, ys, Math.min(left, most));
    },
  };
}

async function load(backend: Backend): Promise<void> {
  // Its own judgement of software WebGL would leave the machines that this is about without a figure.
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  if (backend === 'wasm') (await import('./tfjs-wasm')).registerWasm();
}

function referenceModel(): tf.LayersModel {
  const convolution = (filters: number, more = {}) =>
    tf.layers.conv2d({ filters, kernelSize: 5, activation: 'relu', ...more });
  const pool = () => tf.layers.maxPooling2d({ poolSize: 2, strides: 2 });
  const model = tf.sequential({
    layers: [
      convolution(8, { inputShape: [INPUT_SIDE, INPUT_SIDE, 1] }),
      pool(),
      convolution(16),
      pool(),
      tf.layers.flatten(),
      tf.layers.dense({ units: CLASSES, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(LEARNING_RATE), loss: 'categoricalCrossentropy' });
  return model;
}

/** Without what costs `fit` time and is not training: no shuffle, no metrics, no pauses for a screen. */
async function trainModel(model: tf.LayersModel, xs: tf.Tensor, ys: tf.Tensor, steps: number): Promise<void> {
  const [x, y] = [xs, ys].map((tensor) => tensor.slice(0, steps * BATCH)) as [tf.Tensor, tf.Tensor];
  await model.fit(x, y, { batchSize: BATCH, epochs: 1, shuffle: false, verbose: 0, yieldEvery: 'never' });
  // The device may still be at work; a weight is there when it is done.
  await model.getWeights()[0]?.data();
  tf.dispose([x, y]);
}
