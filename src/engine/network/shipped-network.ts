import { loadPretrained } from '../../data/load-pretrained';
import type { Detector, PretrainedCard } from '../../model/pretrained';
import { isSameNetwork, type Settings } from '../../model/settings';
import type { ActiveNetwork } from './active-network';

/** Data wait for it at most so long. */
const DATA_WAIT_MS = 2000;

/** The network and the detector that ship with the page. */
export class ShippedNetwork {
  /** Once it is known whether there is one. */
  readonly detector: Promise<Detector | undefined>;
  /**
   * Resolves when data may come. They take the thread for most of a second when they are unpacked or drawn: not while a
   * newcomer's first drawing waits to be read.
   */
  readonly dataMayCome: Promise<void>;
  private knowDetector: (detector: Detector | undefined) => void = () => undefined;
  private letDataCome: () => void = () => undefined;

  constructor(private readonly network: ActiveNetwork) {
    this.detector = new Promise((resolve) => {
      this.knowDetector = resolve;
    });
    this.dataMayCome = new Promise((resolve) => {
      this.letDataCome = resolve;
    });
  }

  /**
   * Puts it into use.
   * @returns false where the settings are of another network, or it could not be had
   */
  async take(base: string, settings: Settings): Promise<boolean> {
    const patience = setTimeout(this.letDataCome, DATA_WAIT_MS);
    const isTaken = await this.load(base, settings);
    clearTimeout(patience);
    this.letDataCome();
    return isTaken;
  }

  private async load(base: string, settings: Settings): Promise<boolean> {
    try {
      const pretrained = await loadPretrained(base, fetch.bind(globalThis));
      this.knowDetector(pretrained.detector);
      const { card, weights } = pretrained;
      const isWanted = isSameNetwork(card.settings, settings);
      return (
        isWanted && (await this.network.adopt({ ...trainedAs(card), weights, pretrained: card }, settings))
      );
    } catch {
      // A copy of the page without these files has an untrained network, as any page had before.
      this.knowDetector(undefined);
      return false;
    }
  }
}

const trainedAs = ({ settings }: PretrainedCard) => ({
  settings,
  trainedBatches: settings.epochs * Math.ceil(settings.trainingImages / settings.batchSize),
});
