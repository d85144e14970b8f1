import type { LabelledImages } from '../../../data/dataset';
import type { Network } from '../../../model/network';
import { planOf } from '../../../model/shapes';
import { OutOfMemory } from '../out-of-memory';
import { type Program, type ProgramSettings, programFor } from './program';
import { READ_TOGETHER, type Target, targetFor } from './target';

export interface WebGpuStepSettings extends ProgramSettings {
  /** With its dropout layers. */
  readonly network: Network;
  /** Images of the largest batch. */
  readonly batchSize: number;
  /** Initial weights, in the order of the plan. */
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
  readonly device: GPUDevice;
  /** Whether a processor imitates the GPU. */
  readonly software: boolean;
}

/** A program, and what it was written for. */
export interface FittingProgram {
  readonly program: Program;
  readonly target: Target;
}

/**
 * The program of a network on a device, with room for many images that are read, or else for a batch only.
 * @throws OutOfMemory where a buffer would be larger than the device allows
 */
export function fittingProgram(settings: WebGpuStepSettings): FittingProgram {
  const { batchSize, software, training } = settings;
  const { maxStorageBufferBindingSize, maxBufferSize } = settings.device.limits;
  const plan = planOf(settings.network);
  const withRoomFor = (images: number): FittingProgram => {
    const target = targetFor(batchSize, software, images);
    return { target, program: programFor(plan, settings, target) };
  };
  const fits = ({ program }: FittingProgram) =>
    Math.max(training.images.length, ...program.buffers.values()) <=
    Math.min(maxStorageBufferBindingSize, maxBufferSize);
  const large = withRoomFor(READ_TOGETHER);
  if (fits(large)) return large;
  const small = withRoomFor(batchSize);
  if (fits(small)) return small;
  throw outOfMemory(small, training);
}

export function outOfMemory({ program }: FittingProgram, { images }: LabelledImages): OutOfMemory {
  const bytes = [...program.buffers.values()].reduce((sum, size) => sum + size, images.length);
  return new OutOfMemory(Math.ceil(bytes / 2 ** 20));
}
