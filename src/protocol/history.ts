import type { Settings } from '../model/settings';

/** Names a run: no two have the same, in whatever visit. */
export type RunId = string;

/** The weights of runs that are over or under way, which the engine keeps as long as they fit. */
export interface KeptEpochs {
  /** For all of them together. */
  readonly budgetBytes: number;
  readonly bytes: number;
  /** Epochs of each run, rising without a gap; 0 are its initial weights. A run without any has no entry. */
  readonly runs: Readonly<Record<RunId, readonly number[]>>;
}

/** A run as it was after one of its epochs. */
export interface PastMoment {
  readonly run: RunId;
  /** 0 for its initial weights. */
  readonly epoch: number;
}

/** Looking at a network as it was; the one of now waits beside it, untouched. */
export interface HistoryCommands {
  /**
   * The network of that moment is in use, told by `looked-back`, until `lookAtPresent`, a run or a reset. Of several that
   * wait only the last is done. Ignored while a run is active, without a network, and where the weights are not kept. It
   * can be looked into and reads training and validation images; nobody edits or fine-tunes it.
   */
  lookBack(moment: PastMoment): Promise<void>;
  /** The network of now is in use again, bit for bit. */
  lookAtPresent(): Promise<void>;
  /** Its weights are not needed any more. */
  forgetRun(run: RunId): Promise<void>;
}

export type HistoryEvent =
  | { type: 'kept-epochs'; kept: KeptEpochs }
  /** Another moment's network is in use; undefined for the one of now. */
  | {
      type: 'looked-back';
      at: PastMoment | undefined;
      /** Of the network in use. */
      settings: Settings;
      trainedBatches: number;
      weightsVersion: number;
    };
