import { loadPretrained } from '../../data/load-pretrained';
import type { Detector, PretrainedCard } from '../../model/pretrained';
import { isSameNetwork, type Settings } from '../../model/settings';
import type { ActiveNetwork } from './active-network';

/** Data wait for it at most so long. */
const DATA_WAIT_MS = 2000;

/**
 * - `none`: the settings are of another network, or it could not be had
 * - `overtaken`: another network was asked for meanwhile
 */
type Begun = 'taken' | 'none' | 'overtaken';

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

  /** Puts it into use. */
  async take(base: string, settings: Settings): Promise<Begun> {
    const patience = setTimeout(this.letDataCome, DATA_WAIT_MS);
    const begun = await this.load(base, settings);
    clearTimeout(patience);
    this.letDataCome();
    return begun;
  }

  private async load(base: string, settings: Settings): Promise<Begun> {
    const { network } = this;
    const before = network.requests.begun;
    const isOvertaken = (requests: number) => network.requests.begun > before + requests;
    try {
      const { card, weights, detector } = await loadPretrained(base, fetch.bind(globalThis));
      this.knowDetector(detector);
      if (isOvertaken(0)) return 'overtaken';
      if (!isSameNetwork(card.settings, settings)) return 'none';
      const isTaken = await network.adopt({ ...trainedAs(card), weights, pretrained: card }, settings);
      if (isTaken) return 'taken';
      return isOvertaken(1) ? 'overtaken' : 'none';
    } catch {
      // A copy of the page without these files has an untrained network, as any page had before.
      this.knowDetector(undefined);
      return isOvertaken(0) ? 'overtaken' : 'none';
    }
  }
}

const trainedAs = ({ settings }: PretrainedCard) => ({
  settings,
  trainedBatches: settings.epochs * Math.ceil(settings.trainingImages / settings.batchSize),
});
