import type { LabelledImages } from '../../data/dataset';
import { rateAt } from '../../model/schedule';
import { LIVE, type LiveName, type LiveSettings, type Settings } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import type { EngineEvent } from '../../protocol/engine-api';
import type { NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import type { RunControl } from './run-control';

/** Makes another step of the network in use, with other values of these settings. */
export type RemakeStep = (
  changes: Partial<LiveSettings>,
  weights: readonly Float32Array[],
  training: LabelledImages,
) => Promise<TrainStep>;

interface LiveStepParts {
  /** In force when it begins. */
  readonly settings: Settings;
  readonly training: LabelledImages;
  readonly batchesPerEpoch: number;
  readonly network: NetworkInUse<TrainStep>;
  readonly control: RunControl;
  readonly remake: RemakeStep;
  readonly emit: (event: EngineEvent) => void;
}

/**
 * Trains the batches of a run by the settings of the moment. A learning rate is told to the step with each batch. Dropout
 * and momentum are constants of its code: another step goes on from the state of the one before, bit for bit.
 */
export class LiveStep {
  private settings: Settings;
  private training: LabelledImages;

  constructor(private readonly parts: LiveStepParts) {
    this.settings = parts.settings;
    this.training = parts.training;
  }

  /** What of the settings is in force by now. */
  get live(): LiveSettings {
    const { learningRate, momentum, dropout } = this.settings;
    return { learningRate, momentum, dropout };
  }

  /** Trains on other images from now on, of the same labels. */
  setImages(images: Uint8Array): void {
    this.training = { ...this.training, images };
    this.parts.network.runtime.setImages(images);
  }

  /** Puts a batch to work. */
  run(batch: Uint32Array): void {
    const { network, batchesPerEpoch } = this.parts;
    const step = network.trainedBatches;
    network.runtime.run(batch, { step, learningRate: rateAt(this.settings, batchesPerEpoch, step + 1) });
    network.addBatch();
  }

  /**
   * What was asked for since the last batch, or is due before the next one, holds from that one on; told by `adjusted`, or
   * by a fault where it can't be.
   * @param tellBatches - tells what the step in use gave, before another takes its place
   * @throws what tellBatches and the step in use throw
   */
  async takeChanges(tellBatches: () => Promise<void>): Promise<void> {
    const { control, network, emit } = this.parts;
    const before = this.settings;
    const batch = network.trainedBatches + 1;
    const wanted = { ...before, ...control.wantedAt(batch) };
    if (LIVE.every((name) => wanted[name] === before[name])) return;
    // Those that are heeded.
    const differing = differingSettings(before, wanted);
    const names = LIVE.filter((name) => differing.includes(name));
    if (names.length === 0) return;
    if (names.some((name) => name !== 'learningRate')) {
      await tellBatches();
      const detail = await this.replaceStep(wanted);
      if (detail !== undefined) {
        control.refuse(batch);
        emit({ type: 'fault', fault: { code: 'adjust-failed', detail } });
        return;
      }
    }
    this.settings = wanted;
    emit({ type: 'adjusted', changes: names.map((name) => changeOf(name, batch, before, wanted)) });
  }

  /** @returns why there is none, where the one in use stays */
  private async replaceStep(settings: Settings): Promise<string | undefined> {
    const { network, remake } = this.parts;
    const state = await network.runtime.snapshot();
    let step: TrainStep | undefined;
    try {
      const { momentum, dropout } = settings;
      step = await remake({ momentum, dropout }, state.weights, this.training);
      step.restore(state);
    } catch (error) {
      step?.dispose();
      return error instanceof Error ? error.message : String(error);
    }
    network.replaceRuntime(step, settings);
    return undefined;
  }
}

const changeOf = (name: LiveName, batch: number, before: Settings, after: Settings) => ({
  name,
  batch,
  from: before[name],
  to: after[name],
});
