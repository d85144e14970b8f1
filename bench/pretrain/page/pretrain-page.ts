import type { Settings } from '../../../src/model/settings';

/** What the page has as `window.pretrainPage`. */
interface PretrainPage {
  /**
   * Trains a network by the lab's own engine, from its first weight to its last.
   * @param what - on MNIST to read digits, or on digits and other things to tell them apart
   * @returns the weights, one list a tensor in the order of the plan
   * @throws Error where there is no official MNIST, and where the run fails
   */
  train(what: 'reader' | 'detector', settings: Settings): Promise<number[][]>;
}

declare global {
  interface Window {
    pretrainPage: PretrainPage;
  }
}
