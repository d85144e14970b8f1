import {
  blockUntilReady,
  defaultDevice,
  init,
  type Array as JaxArray,
  jit,
  lax,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import type { LabelledImages } from '../../../src/data/dataset';
import { CLASSES, INPUT_SIDE, INPUT_SIZE } from '../../../src/model/network';
import { BATCH, LEARNING_RATE, REFERENCE_NETWORK } from '../networks';
import { brightness } from './images';
import type { Task } from './paced-task';
import { stepSettings } from './step-task';

/** In the order of SHAPES. */
type Arrays = JaxArray[];

/** Kernels [out, in, height, width] and [in, out]; biases as they are added to [batch, channels, height, width]. */
const SHAPES = [[8, 1, 5, 5], [8, 1, 1], [16, 8, 5, 5], [16, 1, 1], [256, CLASSES], [CLASSES]];
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/**
 * jax-js: the reference network in its own operations, as its MNIST example writes them, and the whole step with Adam
 * under one `jit`. Its batches lie on the device from the start.
 */
export async function createJaxTask(device: 'wasm' | 'webgpu', images: LabelledImages): Promise<Task> {
  if (!(await init(device)).includes(device)) throw new Error(`jax-js has no ${device} here`);
  defaultDevice(device);
  const batches = batchesOf(images);
  const step = jit(trainStep);
  // Random numbers of about the right size; which of them stands where has no bearing on the speed.
  const { weights: initial } = stepSettings(REFERENCE_NETWORK, images);
  let weights = SHAPES.map((shape, i) => np.array(initial[i] as Float32Array<ArrayBuffer>).reshape(shape));
  let [mean, square] = [zeros(), zeros()];
  let time = 0;
  return {
    unitsAStep: BATCH,
    async run(steps) {
      for (const end = time + steps; time < end; ) {
        const [x, y] = batches[time % batches.length] as [JaxArray, JaxArray];
        time++;
        const corrections = np.array([1 - ADAM.beta1 ** time, 1 - ADAM.beta2 ** time]);
        [weights, mean, square] = step(weights, mean, square, x.ref, y.ref, corrections);
        await blockUntilReady(weights);
      }
    },
  };
}

const zeros = (): Arrays => SHAPES.map((shape) => np.zeros(shape));

/** Images [batch, 1, 28, 28], 0 to 1, and targets [batch, 10], one-hot. */
function batchesOf(images: LabelledImages): [JaxArray, JaxArray][] {
  const values = brightness(images);
  return Array.from({ length: Math.floor(images.labels.length / BATCH) }, (_, batch) => {
    const [start, end] = [batch * BATCH, (batch + 1) * BATCH];
    const pixels = values.slice(start * INPUT_SIZE, end * INPUT_SIZE);
    const labels = Int32Array.from(images.labels.subarray(start, end));
    return [
      np.array(pixels).reshape([BATCH, 1, INPUT_SIDE, INPUT_SIDE]),
      nn.oneHot(np.array(labels), CLASSES),
    ];
  });
}

const maxPool = (maps: JaxArray) => lax.reduceWindow(maps, np.max, [2, 2], [2, 2]);

/** An array is used up where it is used, unless by its `ref`. */
function loss(weights: Arrays, x: JaxArray, y: JaxArray): JaxArray {
  const [kernel1, bias1, kernel2, bias2, kernel3, bias3] = weights as [
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
    JaxArray,
  ];
  const maps1 = maxPool(nn.relu(lax.convGeneralDilated(x, kernel1, [1, 1], 'VALID').add(bias1)));
  const maps2 = maxPool(nn.relu(lax.convGeneralDilated(maps1, kernel2, [1, 1], 'VALID').add(bias2)));
  const logits = np.dot(maps2.reshape([BATCH, 256]), kernel3).add(bias3);
  return nn
    .logSoftmax(logits)
    .mul(y)
    .sum()
    .mul(-1 / BATCH);
}

/** @param corrections - 1 − β₁ᵗ, 1 − β₂ᵗ */
function trainStep(
  weights: Arrays,
  mean: Arrays,
  square: Arrays,
  x: JaxArray,
  y: JaxArray,
  corrections: JaxArray,
): [Arrays, Arrays, Arrays] {
  const { beta1, beta2, epsilon } = ADAM;
  const [value, gradients] = valueAndGrad(loss)(tree.ref(weights), x, y);
  value.dispose();
  const newMean = mean.map((m, i) => m.mul(beta1).add((gradients[i] as JaxArray).ref.mul(1 - beta1)));
  const newSquare = square.map((v, i) => {
    const gradient = gradients[i] as JaxArray;
    return v.mul(beta2).add(gradient.ref.mul(gradient).mul(1 - beta2));
  });
  const [correction1, correction2] = [corrections.ref.slice(0), corrections.slice(1)];
  const newWeights = weights.map((w, i) => {
    const scale = np.sqrt((newSquare[i] as JaxArray).ref.div(correction2.ref)).add(epsilon);
    return w.sub((newMean[i] as JaxArray).ref.div(correction1.ref).mul(LEARNING_RATE).div(scale));
  });
  correction1.dispose();
  correction2.dispose();
  return [newWeights, newMean, newSquare];
}
