import type { Dispatch } from './dispatches';

/** A GPU by what its data sheet says. */
export interface Gpu {
  readonly name: string;
  /** Floating point operations a second. */
  readonly flops: number;
  /** Of its memory, bytes a second. */
  readonly bandwidth: number;
  /** Invocations that it works on at once. */
  readonly lanes: number;
}

/** What is taken for granted of how well a GPU is used. Seconds. */
export interface Assumption {
  /** Share of the peak that a kernel reaches which has enough invocations. */
  readonly efficiency: number;
  /** What a dispatch costs besides its work, and a submit. */
  readonly dispatch: number;
  readonly submit: number;
  /** From the end of a submit until a browser tells of it. */
  readonly answer: number;
}

/**
 * A submit gets more steps until it takes so many seconds, or has so many; so many are under way
 * (src/engine/train-step/webgpu/submissions.ts).
 */
const LONG_SUBMIT = 0.02;
const MOST_STEPS = 32;
const IN_FLIGHT = 2;

/** Seconds of a dispatch: arithmetic or memory, whichever takes longer, and what it costs besides. */
export function dispatchTime({ flops, bytes, invocations }: Dispatch, gpu: Gpu, by: Assumption): number {
  const busy = Math.min(1, invocations / gpu.lanes);
  return Math.max(flops / (gpu.flops * by.efficiency * busy), bytes / gpu.bandwidth) + by.dispatch;
}

/** Seconds of a step with its share of a submit; the device waits where answers come later than the next submit ends. */
export function stepTime(dispatches: readonly Dispatch[], gpu: Gpu, by: Assumption): number {
  const alone = dispatches.reduce((sum, dispatch) => sum + dispatchTime(dispatch, gpu, by), 0);
  let steps = 1;
  while (steps < MOST_STEPS && steps * alone < LONG_SUBMIT) steps *= 2;
  const submit = steps * alone + by.submit;
  return Math.max(submit, (submit + by.answer) / IN_FLIGHT) / steps;
}
