import type { Settings } from './settings';

/** A network with what it has learnt, apart from any engine: what is kept, opened and taken away. */
export interface TrainedNetwork {
  /** That it was made and trained by. */
  readonly settings: Settings;
  /** One array a weight tensor, in the order of the plan (`planOf(settings.network)`); finite. */
  readonly weights: readonly Float32Array[];
  /** That the weights have seen. */
  readonly trainedBatches: number;
}
