import type { MarkTexts } from './curve-marks';

/**
 * Sentences for the pointer and the axis. Those of a line are made for all its points at once, since making one for
 * each takes longer than drawing them: values and batches are Plotly's own placeholders.
 */
export interface CurveTexts extends MarkTexts {
  readonly training: (point: {
    readonly value: string;
    /** Of a smoothed line, what was smoothed. */
    readonly raw: string | undefined;
    readonly first: string;
    readonly last: string;
    /** A point is one batch, not the mean of several. */
    readonly single: boolean;
  }) => string;
  readonly rate: (value: string, batch: string) => string;
  readonly validation: (value: string, epoch: number) => string;
  readonly validationBefore: (value: string, epoch: number) => string;
  readonly tick: (batch: number, epoch: number) => string;
  readonly value: (value: number) => string;
  /** A learning rate on its axis. */
  readonly rateTick: (value: number) => string;
}
