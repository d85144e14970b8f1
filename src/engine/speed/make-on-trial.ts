import type { LabelledImages } from '../../data/dataset';
import { initialWeights } from '../../model/initial-weights';
import type { Settings } from '../../model/settings';
import { planOf } from '../../model/shapes';
import type { FastBackend } from '../../model/speeds';
import { openGpu } from '../backend/gpu-device';
import { cloneStep } from '../train-step/choose-step';
import type { TriedStep } from './measure-step';

/**
 * A step apart from the network in use, on a device of its own.
 * @throws what the device or the step throws
 */
export async function makeOnTrial(
  backend: FastBackend,
  settings: Settings,
  training: LabelledImages,
): Promise<TriedStep> {
  const weights = initialWeights(planOf(settings.network), settings);
  const parts = { weights, training, cores: navigator.hardwareConcurrency };
  if (backend === 'wasm') return cloneStep('wasm', settings, parts);
  const gpu = await openGpu();
  try {
    const step = await cloneStep('webgpu', settings, { ...parts, gpu });
    const lost = gpu.lost.then((reason): never => {
      throw new Error(reason);
    });
    // It may be lost when nobody waits for it.
    lost.catch(() => {});
    return {
      run: (batch, at) => step.run(batch, at),
      readyForMore: () => step.readyForMore(),
      // A device that is out of memory goes on and computes nothing.
      finished: () => Promise.race([step.finished(), lost]),
      dispose() {
        step.dispose();
        gpu.close();
      },
    };
  } catch (error) {
    gpu.close();
    throw error;
  }
}
