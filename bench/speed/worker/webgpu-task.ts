import type { LabelledImages } from '../../../src/data/dataset';
import { openGpu } from '../../../src/engine/backend/gpu-device';
import { createWebGpuStep } from '../../../src/engine/train-step/webgpu/webgpu-step';
import type { Task } from './paced-task';
import { stepSettings, stepTask } from './step-task';
import type { TaskSpec } from './task-spec';

type WebGpuSpec = Extract<TaskSpec, { kind: 'webgpu' }>;

/** The project's step in WGSL. */
export async function createWebGpuTask(
  { network, batch }: WebGpuSpec,
  images: LabelledImages,
): Promise<Task> {
  const { device, software, lost } = await openGpu();
  const settings = { ...stepSettings(network, images), batchSize: batch, device, software };
  const task = stepTask(await createWebGpuStep(settings), images.labels.length, batch);
  let complaint: string | undefined;
  lost.then((reason) => {
    complaint = reason;
  });
  return {
    ...task,
    async run(steps) {
      await task.run(steps);
      if (complaint) throw new Error(complaint);
    },
  };
}
