import type { EngineEvent } from '../../protocol/engine-api';
import type { NetworkInUse } from '../network/active-network';

/** Thrown when the loss or a weight is no longer a number. */
export class Diverged extends Error {}

/** Tells what the batches gave, each exactly once and in order. */
export class RunReport {
  private told = 0;

  constructor(
    private readonly network: NetworkInUse,
    private readonly emit: (event: EngineEvent) => void,
  ) {}

  /**
   * Reads what the batches since the last time gave, and tells it.
   * @throws Diverged after telling the batches before the first whose loss is no number
   */
  async tell(): Promise<void> {
    const { step } = this.network;
    const batches = await step.results();
    const nonFinite = batches.findIndex(({ loss }) => !Number.isFinite(loss));
    const sound = nonFinite < 0 ? batches : batches.slice(0, nonFinite);
    if (sound.length > 0) this.emit({ type: 'batches', first: this.told, batches: sound });
    this.told += sound.length;
    // On WebGPU the loss can look finite while the weights are not.
    if (nonFinite >= 0 || !(await step.weightsAreFinite())) throw new Diverged();
  }
}
