import type { PretrainedCard } from '../model/pretrained';
import type { Settings } from '../model/settings';
import type { TrainedNetwork } from '../model/trained-network';

export interface NetworkQuestions {
  /** The network in use with the weights of this moment, copied; undefined where there is none, or none that is trained. */
  trainedNetwork(): Promise<TrainedNetwork | undefined>;
}

/** Which network is in use. */
export interface NetworkCommands {
  /**
   * Begins with the network that ships with the page where the settings are of that network, so that there is something
   * that reads at once; else, or where it can't be had, as `reset`. Call once, after `connect`.
   */
  begin(base: string, settings: Settings): Promise<void>;
  /**
   * Takes a network into use that was trained before, told by `network` under this name. Call `begin` in any case, before
   * or after. Ignored while a run is active.
   * @param settings - that the next run is to have: of the backend that comes up
   * @returns whether it is in use: false where it was overtaken or ignored, or can't be made (a `fault` says why then)
   * @throws RangeError where there are not as many weights as the network has
   */
  openNetwork(name: string, network: TrainedNetwork, settings: Settings): Promise<boolean>;
  /** Chooses the backend and gives the network fresh initial weights. Ignored while a run is active. */
  reset(settings: Settings): Promise<void>;
}

export type NetworkEvent =
  /**
   * There is a new network, made by these settings; `trainedBatches` is 0 unless its weights were rescued, it was opened
   * under a name, or it is the one that ships with the page, which has a card.
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
    opened?: string;
  };
