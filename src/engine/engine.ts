import type { LabelledImages } from '../data/dataset';
import { loadFiles } from '../data/load-files';
import { loadMnist } from '../data/load-mnist';
import type { DeadUnits } from '../metrics/conclusions/run-facts';
import { softmax } from '../metrics/logits';
import { INPUT_SIZE } from '../model/network';
import { type Settings, settingsSchema } from '../model/settings';
import type {
  EngineApi,
  EngineEvent,
  Evidence,
  ImageSet,
  LayerOutput,
  LayerWeights,
  Look,
  Neighbour,
  Part,
  Projection,
  ProjectionMethod,
  WeightEdit,
} from '../protocol/engine-api';
import { datasetCache } from './dataset-cache';
import { type DataInUse, DatasetHolder } from './dataset-holder';
import { DeviceLost } from './device-lost';
import { deadUnits } from './inspect/dead-units';
import { Inspector } from './inspect/inspector';
import { Projector } from './inspect/projector';
import { startEmbedding } from './inspect/start-embedding';
import { Interventions } from './interventions';
import { macrotask } from './macrotask';
import { NetworkHolder, type NetworkInUse } from './network-holder';
import { PartReader } from './part-reader';
import { RunControl } from './run-control';
import { TrainingRun } from './training-run';

/** The lab's machine room: holds the data and the network in use, and runs one training at a time. */
export class Engine implements EngineApi {
  private port: MessagePort | undefined;
  private active: RunControl | undefined;
  /** Data of the last run: others may have come into use while it goes on. */
  private trainsOn: DataInUse | undefined;
  private over: Promise<void> = Promise.resolve();
  private readonly data = new DatasetHolder((dataset) => this.emit({ type: 'dataset', dataset }));
  private readonly network = new NetworkHolder((event) => this.emit(event));
  private readonly reader = new PartReader({
    emit: (event) => this.emit(event),
    now: () => performance.now(),
    breathe: macrotask,
  });
  private readonly projector = new Projector({
    startEmbedding,
    breathe: macrotask,
    isInUse: (network) => network === this.network.inUse,
  });
  private readonly interventions = new Interventions({
    emit: (event) => this.emit(event),
    breathe: macrotask,
    cancelRead: () => this.reader.cancel(),
  });

  async connect(port: MessagePort): Promise<void> {
    this.port = port;
  }

  loadMnist(base: string): Promise<void> {
    return this.data.load('mnist', (onProgress) =>
      loadMnist({ base, fetch: fetch.bind(globalThis), cache: datasetCache, onProgress }),
    );
  }

  loadFiles(files: readonly File[]): Promise<void> {
    return this.data.load('files', async () => ({ dataset: await loadFiles(files), problems: [] }));
  }

  async reset(given: Settings): Promise<void> {
    if (this.active) return;
    this.reader.cancel();
    this.interventions.forget();
    const built = await this.network.build(settingsSchema.parse(given), this.data.inUse?.dataset.train);
    if (built && !this.active) this.emit({ type: 'phase', phase: 'idle' });
  }

  async train(settings: Settings): Promise<void> {
    if (!this.active) this.start(settings, new RunControl('running'));
  }

  async pause(): Promise<void> {
    this.active?.pause();
  }

  async resume(): Promise<void> {
    this.active?.resume();
  }

  async step(settings: Settings): Promise<void> {
    if (this.active) this.active.step();
    else this.start(settings, new RunControl('one-step'));
  }

  async stop(): Promise<void> {
    this.active?.stop();
    await this.over;
  }

  async look(image: Float32Array): Promise<Look | undefined> {
    const inUse = this.network.inUse;
    if (!inUse) return undefined;
    const { trainedBatches } = inUse;
    const layers = await orLost(inUse, inUse.step.look(image));
    const logits = layers[layers.length - 1]?.values;
    return logits && { probabilities: softmax(logits), layers, trainedBatches };
  }

  async sample(position: number): Promise<Float32Array | undefined> {
    if (!this.data.inUse) return undefined;
    const { dataset, split } = this.data.inUse;
    const start = INPUT_SIZE * (split.validation[position % split.validation.length] as number);
    return Float32Array.from(dataset.train.images.subarray(start, start + INPUT_SIZE), (grey) => grey / 255);
  }

  async read(part: Part): Promise<void> {
    const data = this.data.inUse;
    const network = this.network.inUse;
    if (this.active || !data || !network) return;
    try {
      await orLost(network, this.reader.read(part, data, network));
    } catch (error) {
      await this.inspectionFailed(error);
    }
  }

  async cancelRead(): Promise<void> {
    this.reader.cancel();
  }

  async images(set: ImageSet, positions: Uint32Array): Promise<LabelledImages | undefined> {
    const source = this.data.inUse?.dataset[set];
    if (!source || positions.some((position) => position >= source.labels.length)) return undefined;
    const images = new Uint8Array(positions.length * INPUT_SIZE);
    for (const [i, position] of positions.entries()) {
      images.set(source.images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE), i * INPUT_SIZE);
    }
    return { images, labels: Uint8Array.from(positions, (position) => source.labels[position] as number) };
  }

  async labels(set: ImageSet): Promise<Uint8Array | undefined> {
    return this.data.inUse?.dataset[set].labels.slice();
  }

  weights(layers: readonly number[]): Promise<readonly LayerWeights[] | undefined> {
    return this.inspect((inspector) => inspector.weights(layers));
  }

  weightedSums(image: Float32Array, layer: number): Promise<LayerOutput | undefined> {
    return this.inspect((inspector) => inspector.weightedSums(image, layer));
  }

  evidence(image: Float32Array, digit: number): Promise<Evidence | undefined> {
    return this.inspect((inspector) => inspector.evidence(image, digit));
  }

  async deadUnits(): Promise<readonly DeadUnits[] | undefined> {
    const { inUse } = this.network;
    const data = this.data.inUse;
    if (this.active || !inUse || !data) return undefined;
    const isWanted = () => !this.active && inUse === this.network.inUse;
    const { dataset, split } = data;
    return orLost(inUse, deadUnits(inUse, dataset.train, split.validation, macrotask, isWanted));
  }

  async projection(method: ProjectionMethod): Promise<Projection | undefined> {
    const { inUse } = this.network;
    if (!inUse || !this.data.inUse) return undefined;
    return orLost(inUse, this.projector.project(inUse, this.data.inUse.dataset, method));
  }

  async cancelProjection(): Promise<void> {
    this.projector.cancel();
  }

  async neighbours(image: Float32Array, count: number): Promise<readonly Neighbour[] | undefined> {
    const { inUse } = this.network;
    if (!inUse || !this.data.inUse) return undefined;
    return orLost(inUse, this.projector.neighbours(inUse, this.data.inUse, image, count));
  }

  async cancelNeighbours(): Promise<void> {
    this.projector.cancelNeighbours();
  }

  async edit(edits: readonly WeightEdit[]): Promise<void> {
    const data = this.data.inUse;
    const network = this.network.inUse;
    if (this.active || !data || !network) return;
    const done = this.interventions.edit(edits, data, network);
    try {
      await orLost(network, done);
    } catch (error) {
      await this.inspectionFailed(error);
    }
  }

  private async inspect<T>(ask: (inspector: Inspector) => Promise<T>): Promise<T | undefined> {
    const inUse = this.network.inUse;
    return inUse && orLost(inUse, ask(new Inspector(inUse)));
  }

  private emit(event: EngineEvent): void {
    const network = this.network.inUse;
    if (event.type === 'read' && this.active && network && this.trainsOn) {
      this.interventions.saw(event.readings, this.trainsOn, network);
    }
    this.port?.postMessage(event);
  }

  /** The device failed while no run was active: its weights are lost, the network starts anew. */
  private async inspectionFailed(error: unknown): Promise<void> {
    if (this.active) return;
    const detail = error instanceof Error ? error.message : String(error);
    this.network.deviceFailed(detail);
    this.emit({ type: 'fault', fault: { code: 'backend-failed', detail } });
  }

  private start(given: Settings, control: RunControl): void {
    const settings = settingsSchema.parse(given);
    if (!this.data.inUse) {
      this.emit({ type: 'fault', fault: { code: 'no-data' } });
      return;
    }
    this.active = control;
    this.reader.cancel();
    this.interventions.forget();
    this.emit({ type: 'phase', phase: 'starting' });
    this.trainsOn = this.data.inUse;
    this.over = this.trainOn(this.data.inUse, settings, control).finally(() => {
      this.active = undefined;
      this.network.tellReadout();
    });
  }

  /** Trains; where the device fails before an epoch is finished, again from the start. Ends with a phase in any case. */
  private async trainOn(data: DataInUse, settings: Settings, control: RunControl): Promise<void> {
    for (;;) {
      const network = await this.network.build(settings, data.dataset.train);
      if (!network) {
        // A fault has said why.
        this.emit({ type: 'phase', phase: 'idle' });
        return;
      }
      let abandoned = false;
      const run = new TrainingRun({
        ...data,
        settings,
        network,
        control,
        emit: (event) => {
          if (!abandoned) this.emit(event);
        },
        onReport: () => this.network.tellReadout(),
        now: () => performance.now(),
        breathe: macrotask,
      });
      try {
        await orLost(network, run.run());
        return;
      } catch (error) {
        abandoned = true;
        if (!(await this.recover(data, settings, control, run, error))) return;
      }
    }
  }

  /** After a failure of the device. @returns true if the run is to start again */
  private async recover(
    data: DataInUse,
    settings: Settings,
    control: RunControl,
    run: TrainingRun,
    error: unknown,
  ): Promise<boolean> {
    const detail = error instanceof Error ? error.message : String(error);
    const canGoOn = this.network.deviceFailed(detail);
    if (canGoOn && run.finishedEpochs === 0 && !control.stopping) {
      this.emit({ type: 'phase', phase: 'starting' });
      this.emit({ type: 'fault', fault: { code: 'run-restarted', detail } });
      return true;
    }
    // What a finished epoch has learnt is not given up for a new start: its weights go on living on a fresh device.
    await this.network.build(settings, data.dataset.train, run.checkpoint);
    this.emit({ type: 'fault', fault: { code: 'run-failed', detail } });
    this.emit({ type: 'phase', phase: 'failed' });
    return false;
  }
}

/** An answer of the device, or DeviceLost: a call that is pending when a device is lost may never settle. */
function orLost<T>({ onLost }: NetworkInUse, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = onLost((reason) => reject(new DeviceLost(reason)));
    answer.then(resolve, reject).finally(cancel);
  });
}
