import type { PretrainedCard } from '../model/pretrained';
import type { Settings } from '../model/settings';

/** Which network is in use. */
export interface NetworkCommands {
  /**
   * Begins with the network that ships with the page where the settings are of that network, so that there is something
   * that reads at once; else, or where it can't be had, as `reset`. Call once, after `connect`.
   */
  begin(base: string, settings: Settings): Promise<void>;
  /** Chooses the backend and gives the network fresh initial weights. Ignored while a run is active. */
  reset(settings: Settings): Promise<void>;
}

export type NetworkEvent =
  /**
   * There is a new network, made by these settings; `trainedBatches` is 0 unless its weights were rescued, or it is the
   * one that ships with the page, which has a card.
   */
  {
    type: 'network';
    settings: Settings;
    trainedBatches: number;
    /**
     * Names the weights in use: it grows whenever they become others, by a new network, by batches, by edits, by
     * fine-tuning and when that is taken back. An engine that is started again counts from the beginning.
     */
    weightsVersion: number;
    pretrained?: PretrainedCard;
  };
