import type { EngineEvent } from '../protocol/engine-api';
import type { ActiveDataset } from './data/active-dataset';
import type { ImageMaker } from './data/image-maker';
import type { EpochArchive } from './history/epoch-archive';
import type { LookBack } from './history/look-back';
import type { Interventions } from './inspect/interventions';
import type { ValidationCache } from './inspect/validation-cache';
import type { ActiveNetwork } from './network/active-network';
import type { ShippedNetwork } from './network/shipped-network';
import type { Training } from './run/training';
import type { SpeedTrials } from './speed/speed-trials';

/** What the commands of all capabilities work on. */
export interface EngineParts {
  readonly emit: (event: EngineEvent) => void;
  readonly network: ActiveNetwork;
  readonly shipped: ShippedNetwork;
  readonly data: ActiveDataset;
  readonly maker: ImageMaker;
  readonly validations: ValidationCache;
  readonly training: Training;
  readonly interventions: Interventions;
  readonly archive: EpochArchive;
  readonly lookBack: LookBack;
  readonly speeds: SpeedTrials;
}
