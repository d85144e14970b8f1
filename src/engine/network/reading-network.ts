import type { Settings } from '../../model/settings';
import { againstFast } from '../train-step/choose-step';
import { pretrainedRuntime } from '../train-step/pretrained-runtime';
import type { NetworkParts } from './network-in-use';

/**
 * What reads with weights that are there, on the processor alone and whatever the backend: at once, and without TensorFlow.js.
 * @param givenUp - why the fast step on WASM is not to be tried again, if it isn't
 * @returns undefined where its kernels can't do the network, or the browser can't run them
 */
export function readingParts(
  settings: Settings,
  weights: readonly Float32Array[],
  givenUp?: string,
): Pick<NetworkParts, 'runtime' | 'computedBy' | 'onLost'> | undefined {
  if (againstFast({ ...settings, trainStep: 'auto' }, 'wasm', givenUp)) return undefined;
  const runtime = pretrainedRuntime(settings, weights);
  return runtime && { runtime, computedBy: { kind: 'wasm', workers: 1 }, onLost: () => () => {} };
}
