import type { EngineEvent } from '../../protocol/engine-api';
import type { BatchResult } from '../../protocol/run';
import type { NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';

/** Thrown when the loss or a weight is no longer a number. */
export class Diverged extends Error {}

/** Tells what the batches gave, each exactly once and in order. */
export class RunReport {
  private told: number;

  /** A network that has been trained on batches before: those have been told. */
  constructor(
    private readonly network: NetworkInUse<TrainStep>,
    private readonly emit: (event: EngineEvent) => void,
  ) {
    this.told = network.trainedBatches;
  }

  /**
   * Reads what the batches since the last time gave, and tells it.
   * @throws Diverged after telling the batches before the first whose loss is no number
   */
  async tell(): Promise<void> {
    const { runtime } = this.network;
    const batches = await runtime.results();
    const nonFinite = batches.findIndex(({ loss }) => !Number.isFinite(loss));
    const sound = nonFinite < 0 ? batches : batches.slice(0, nonFinite);
    if (sound.length > 0) this.emitBatches(sound);
    // On WebGPU the loss can look finite while the weights are not.
    if (nonFinite >= 0 || !(await runtime.weightsAreFinite())) throw new Diverged();
  }

  /** Tells that the weights are again those of an epoch before. */
  tellRestored(): void {
    this.emitBatches([]);
  }

  private emitBatches(batches: readonly BatchResult[]): void {
    const { weightsVersion } = this.network;
    this.emit({ type: 'batches', first: this.told, batches, weightsVersion });
    this.told += batches.length;
  }
}
