import type { Settings } from '../../../src/model/settings';

interface RecipeRun {
  readonly settings: Settings;
  /** Trained numbers of the network. */
  readonly parameters: number;
  /** Accuracy on the 5,000 validation images after each epoch. */
  readonly validation: readonly number[];
  /** Accuracy on the 10,000 test images after the last. */
  readonly test: number;
  /** From the command to the last answer. */
  readonly seconds: number;
}

/** What the page has as `window.recipePage`. */
interface RecipePage {
  /**
   * Trains by the lab's own engine with the settings of an address of the lab.
   * @param query - '?preset=one-epoch&seed=2'
   * @throws Error where there is no official MNIST, for an address that is not as it should be, and where the run fails
   */
  run(query: string): Promise<RecipeRun>;
}

declare global {
  interface Window {
    recipePage: RecipePage;
  }
}
