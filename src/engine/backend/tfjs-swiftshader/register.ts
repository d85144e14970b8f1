import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-webgpu';
import { conv2dBackpropFilter, conv2dBackpropInput, conv2dOn } from './conv2d';
import { batchMatMulOn } from './mat-mul';
import { maxPoolGradOn, maxPoolOn } from './max-pool';
import { maxOn, meanOn, sumOn } from './reduce';

/*
 * Importing this prepares tfjs for WebGPU imitated by the CPU (SwiftShader): kernels whose threads never wait for one
 * another. tfjs's own work in tiles with barriers between the threads of a workgroup, and compute addresses anew for
 * every value, which costs SwiftShader ten times the sums themselves and more.
 */

const own = (name: string) => tf.getKernel(name, 'webgpu');

for (const kernel of [
  conv2dOn(own('Conv2D')),
  conv2dBackpropFilter,
  conv2dBackpropInput,
  batchMatMulOn(own('BatchMatMul')),
  maxPoolOn(own('MaxPool')),
  maxPoolGradOn(own('MaxPoolGrad')),
  sumOn(own('Sum')),
  meanOn(own('Mean')),
  maxOn(own('Max')),
]) {
  tf.unregisterKernel(kernel.kernelName, 'webgpu');
  tf.registerKernel(kernel);
}
