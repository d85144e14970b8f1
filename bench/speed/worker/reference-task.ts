import type { LabelledImages } from '../../../src/data/dataset';
import { startBackend } from '../../../src/engine/backend/backend';
import { createReferenceStep } from '../../../src/engine/train-step/reference';
import type { Task } from './paced-task';
import { stepSettings, stepTask } from './step-task';
import type { TaskSpec } from './task-spec';

type ReferenceSpec = Extract<TaskSpec, { kind: 'reference' }>;

/** The project's reference step on one of tfjs's backends, with what the project adds to that backend. */
export async function createReferenceTask(
  { network, backend }: ReferenceSpec,
  images: LabelledImages,
): Promise<Task> {
  const running = await startBackend(backend);
  if (running.backend !== backend) throw new Error(running.stepsDown[0]?.detail ?? `no ${backend} here`);
  return stepTask(createReferenceStep(stepSettings(network, images)), images.labels.length);
}
