import type { RatePoint } from '../metrics/rate-test';
import type { Settings } from '../model/settings';

/** What a learning-rate test gave so far. */
export interface RateTest {
  readonly status: 'trying' | 'finished' | 'failed';
  /** That it tries rates for. */
  readonly settings: Settings;
  /** At most: it ends when the loss gets out of hand. */
  readonly batches: number;
  /** In the order of the batches, at rising rates. */
  readonly points: readonly RatePoint[];
  /** Why it failed, in the error's own words. */
  readonly detail?: string;
}

export interface RateFinderCommands {
  /**
   * Trains fresh weights for some batches of the data in use at rising rates, apart from the network in use; told by
   * `rate-test`. A run, a reset, other data and `cancelRateTest` end it. Ignored while a run is active, and without data.
   */
  testRates(settings: Settings): Promise<void>;
  cancelRateTest(): Promise<void>;
}

/** Undefined when it was ended before it was finished. */
export type RateFinderEvent = { type: 'rate-test'; test: RateTest | undefined };
