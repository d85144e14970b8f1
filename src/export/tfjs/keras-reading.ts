import type { Chain } from '../read/chain';
import type { Refuse } from '../read/network-file-error';
import type { KerasConfig } from './keras-config';
import type { StoredWeights } from './weights-of';

/** How far the reading of a model has come. */
export interface KerasReading {
  readonly chain: Chain;
  readonly weights: StoredWeights;
  readonly refuse: Refuse;
  /** Values are a vector, and no maps. */
  isFlat: boolean;
}

/** Takes a layer in. @throws NetworkFileError */
export type ReadKerasLayer = (config: KerasConfig, reading: KerasReading) => void;
