import type { LabelledImages } from '../data/dataset';
import { initialWeights } from '../model/initial-weights';
import { BATCH_VALUES_LIMIT, batchValues, type Settings, trainedNetwork } from '../model/settings';
import { planNetwork, planOf } from '../model/shapes';
import type { EngineEvent } from '../protocol/engine-api';
import { memory, type RunningBackend, startBackend } from './backend';
import { createReferenceStep } from './train-step/reference';
import type { TrainStep } from './train-step/train-step';

/** The network in use: its weights live in its train step. */
export interface NetworkInUse {
  readonly step: TrainStep;
  /** Batches that the weights have seen. */
  trainedBatches: number;
}

const NO_IMAGES: LabelledImages = { images: new Uint8Array(0), labels: new Uint8Array(0) };

/** Holds the backend and the one network in use; makes a new one, one at a time, and frees the old. */
export class NetworkHolder {
  inUse: NetworkInUse | undefined;
  private backend: { choice: Settings['backend']; running: RunningBackend } | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private latest = 0;

  constructor(private readonly emit: (event: EngineEvent) => void) {}

  /**
   * Brings up the backend and makes the network with fresh weights. Of several requests that wait, only the last is
   * done.
   * @returns the network, or undefined when it was overtaken or could not be made (a `fault` event says why)
   */
  build(settings: Settings, training: LabelledImages = NO_IMAGES): Promise<NetworkInUse | undefined> {
    this.latest += 1;
    const request = this.latest;
    const built = this.queue.then(async () => {
      if (request !== this.latest) return undefined;
      try {
        return await this.make(settings, training);
      } catch (error) {
        this.deviceFailed();
        this.emit({ type: 'fault', fault: { code: 'backend-failed', detail: String(error) } });
        return undefined;
      }
    });
    this.queue = built;
    return built;
  }

  /** The device can't be trusted any more: the next network starts it anew. */
  deviceFailed(): void {
    this.backend = undefined;
  }

  tellReadout(): void {
    if (!this.backend) return;
    const { backend, device, stepsDown } = this.backend.running;
    const readout = { backend, stepsDown, trainStep: 'reference' as const, ...memory() };
    this.emit({ type: 'engine', readout: device === undefined ? readout : { ...readout, device } });
  }

  private async make(settings: Settings, training: LabelledImages): Promise<NetworkInUse | undefined> {
    const planned = planNetwork(settings.network);
    const tooLarge =
      !planned.ok ||
      batchValues(settings.batchSize, planned.plan.activationValues, planned.plan.parameters) >
        BATCH_VALUES_LIMIT;
    if (tooLarge) {
      this.emit({ type: 'fault', fault: { code: 'out-of-memory' } });
      return undefined;
    }
    this.inUse?.step.dispose();
    this.inUse = undefined;
    if (this.backend?.choice !== settings.backend) {
      this.backend = { choice: settings.backend, running: await startBackend(settings.backend) };
    }
    const step = createReferenceStep({
      ...settings,
      network: trainedNetwork(settings),
      weights: initialWeights(planOf(settings.network), settings),
      training,
    });
    this.inUse = { step, trainedBatches: 0 };
    this.emit({ type: 'network', settings });
    this.tellReadout();
    return this.inUse;
  }
}
