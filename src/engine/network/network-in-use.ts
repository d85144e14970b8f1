import type { PretrainedCard } from '../../model/pretrained';
import type { Settings } from '../../model/settings';
import type { TrainedNetwork } from '../../model/trained-network';
import type { DataInUse } from '../data/active-dataset';
import type { StepKind } from '../train-step/choose-step';
import type { NetworkRuntime } from '../train-step/network-runtime';

/** Weights that can be trusted, kept outside of the device. */
export interface Checkpoint {
  readonly weights: readonly Float32Array[];
  readonly trainedBatches: number;
}

/** A network that was trained before: the one that ships with the page, or one that was opened under a name. */
export type Adopted = TrainedNetwork &
  ({ readonly pretrained: PretrainedCard } | { readonly pretrained?: never; readonly opened: string });

/** What a run has learnt up to its last finished epoch, and on what: it lives on when the device fails. */
interface Learnt {
  readonly data: DataInUse;
  readonly checkpoint: Checkpoint;
}

export interface NetworkParts<Runtime extends NetworkRuntime = NetworkRuntime> {
  readonly runtime: Runtime;
  /** What computes it, as the read-out names it. */
  readonly computedBy: StepKind;
  /** What it was made by. */
  readonly settings: Settings;
  readonly trainedBatches: number;
  /** Has a listener told the reason when the device under it is gone; returns a function that takes it away. */
  readonly onLost: (listener: (reason: string) => void) => () => void;
}

/** The network in use: its weights live in its runtime, and every change of them passes through here. */
export class NetworkInUse<Runtime extends NetworkRuntime = NetworkRuntime> {
  readonly computedBy: StepKind;
  readonly onLost: NetworkParts<Runtime>['onLost'];
  learnt: Learnt | undefined;
  private inForce: Pick<NetworkParts<Runtime>, 'runtime' | 'settings'>;
  private batches: number;
  private version: number;

  /** @param nextVersion - gives a number that none of the weights before have had */
  constructor(
    parts: NetworkParts<Runtime>,
    private readonly nextVersion: () => number,
  ) {
    this.inForce = parts;
    this.computedBy = parts.computedBy;
    this.onLost = parts.onLost;
    this.batches = parts.trainedBatches;
    this.version = nextVersion();
  }

  get runtime(): Runtime {
    return this.inForce.runtime;
  }

  /** What it was made by, with what was changed while it trained. */
  get settings(): Settings {
    return this.inForce.settings;
  }

  /** Batches that the weights have been trained on. */
  get trainedBatches(): number {
    return this.batches;
  }

  /** Of the weights with all that was put to work: it grows whenever they become others. */
  get weightsVersion(): number {
    return this.version;
  }

  /** A batch was put to work. */
  addBatch(): void {
    this.batches += 1;
    this.version = this.nextVersion();
  }

  /** Puts other weights in force. Not while a batch is in flight. */
  setWeights(weights: readonly Float32Array[], trainedBatches = this.batches): void {
    this.runtime.setWeights(weights);
    this.batches = trainedBatches;
    this.version = this.nextVersion();
  }

  /** Another runtime of the same kind and with the same weights computes from now on; the one before is disposed of. */
  replaceRuntime(runtime: Runtime, settings: Settings): void {
    const before = this.inForce.runtime;
    this.inForce = { runtime, settings };
    before.dispose();
  }
}
