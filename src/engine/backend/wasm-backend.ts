import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { batchMatMulOn } from './tfjs-wasm-gradients/batch-mat-mul';
import { conv2dBackpropFilter } from './tfjs-wasm-gradients/conv2d-backprop-filter';
import { conv2dBackpropInput } from './tfjs-wasm-gradients/conv2d-backprop-input';
import { maxPoolGrad } from './tfjs-wasm-gradients/max-pool-grad';

/**
 * tfjs's WASM backend, made fit for training a convolutional network. Importing this module registers it; nothing is
 * fetched before `tf.setBackend('wasm')`.
 */

// The threaded binary starts its own workers from a minified function's text and fails on a cross-origin isolated page.
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plainUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  // Switched off above, but tfjs insists on an address for every binary.
  'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
});

replaceKernel(conv2dBackpropFilter);
replaceKernel(conv2dBackpropInput);
replaceKernel(maxPoolGrad);
replaceKernel(batchMatMulOn(tf.getKernel('BatchMatMul', 'wasm')));

function replaceKernel(config: tf.KernelConfig): void {
  if (tf.getKernel(config.kernelName, 'wasm')) tf.unregisterKernel(config.kernelName, 'wasm');
  tf.registerKernel(config);
}
