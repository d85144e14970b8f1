import type { Dataset } from '../../../src/data/dataset';
import type { StepParts } from '../../../src/engine/train-step/choose-step';
import { createWasmStep } from '../../../src/engine/train-step/wasm/wasm-step';
import type { Settings } from '../../../src/model/settings';

/* In the place of what only a browser has, for the whole engine in a test: the fast WASM step, in one thread. */

export const startBackend = async () => ({ backend: 'wasm', stepsDown: [], lost: new Promise(() => {}) });

export async function chooseStep(settings: Settings, _: unknown, { weights, training }: StepParts) {
  const step = await createWasmStep({ ...settings, weights, training, workers: 1 });
  return { kind: 'wasm', step, workers: 1 };
}

/** What the next engine is given as a person's files. */
export const given: { dataset: Dataset | undefined } = { dataset: undefined };

export const readFiles = async () => ({ dataset: given.dataset });
