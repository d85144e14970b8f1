import type { LabelledImages } from '../../../src/data/dataset';
import { createWasmStep } from '../../../src/engine/train-step/wasm/wasm-step';
import type { Task } from './paced-task';
import { stepSettings, stepTask } from './step-task';
import type { TaskSpec } from './task-spec';

type WasmSpec = Extract<TaskSpec, { kind: 'wasm' }>;

/** The project's SIMD step. */
export async function createWasmTask({ network, workers }: WasmSpec, images: LabelledImages): Promise<Task> {
  const step = await createWasmStep({ ...stepSettings(network, images), workers });
  return stepTask(step, images.labels.length);
}
