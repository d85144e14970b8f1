import type { SliderRange } from '../../ui/slider-scale';

/** How a person wants the curves. */
export interface CurveView {
  readonly by: 'batch' | 'epoch';
  /** Batches that the exponential mean looks back over; 1 is none. Of the curve by batches. */
  readonly smoothing: number;
  /** Loss on a logarithmic axis, and so the error rate in the place of the accuracy, whose end is 1. */
  readonly log: boolean;
  /** The learning rate on a second axis of the loss. */
  readonly rate: boolean;
}

export const SMOOTHING: SliderRange = { min: 1, max: 512, scale: 'log', step: 2, whole: true };
