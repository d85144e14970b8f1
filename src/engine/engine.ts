import { DataError, type Dataset } from '../data/dataset';
import { loadFiles } from '../data/load-files';
import { loadMnist } from '../data/load-mnist';
import { type Split, splitTraining } from '../data/split';
import { softmax } from '../metrics/logits';
import type { Settings } from '../model/settings';
import type { DatasetState, EngineApi, EngineEvent, Look } from '../protocol/engine-api';
import { datasetCache } from './dataset-cache';
import { macrotask } from './macrotask';
import { NetworkHolder } from './network-holder';
import { RunControl } from './run-control';
import { TrainingRun } from './training-run';

type LoadedData = Awaited<ReturnType<typeof loadMnist>>;

/** The lab's machine room: holds the data and the network in use, and runs one training at a time. */
export class Engine implements EngineApi {
  private port: MessagePort | undefined;
  private data: { dataset: Dataset; split: Split; state: DatasetState } | undefined;
  private active: RunControl | undefined;
  private over: Promise<void> = Promise.resolve();
  private loads = 0;
  private readonly network = new NetworkHolder((event) => this.emit(event));

  async connect(port: MessagePort): Promise<void> {
    this.port = port;
  }

  loadMnist(base: string): Promise<void> {
    return this.load('mnist', (onProgress) =>
      loadMnist({ base, fetch: fetch.bind(globalThis), cache: datasetCache, onProgress }),
    );
  }

  loadFiles(files: readonly File[]): Promise<void> {
    return this.load('files', async () => ({ dataset: await loadFiles(files), problems: [] }));
  }

  async reset(settings: Settings): Promise<void> {
    if (this.active) return;
    const built = await this.network.build(settings, this.data?.dataset.train);
    if (built && !this.active) this.emit({ type: 'phase', phase: 'idle' });
  }

  async train(settings: Settings): Promise<void> {
    if (!this.active) await this.start(settings, new RunControl('running'));
  }

  async pause(): Promise<void> {
    this.active?.pause();
  }

  async resume(): Promise<void> {
    this.active?.resume();
  }

  async step(settings: Settings): Promise<void> {
    if (this.active) this.active.step();
    else await this.start(settings, new RunControl('one-step'));
  }

  async stop(): Promise<void> {
    this.active?.stop();
    await this.over;
  }

  async look(image: Float32Array): Promise<Look | undefined> {
    const inUse = this.network.inUse;
    if (!inUse) return undefined;
    const trainedBatches = inUse.trainedBatches;
    const layers = await inUse.step.look(image);
    const logits = layers[layers.length - 1]?.values;
    return logits && { probabilities: softmax(logits), layers, trainedBatches };
  }

  async sample(position: number): Promise<Float32Array | undefined> {
    if (!this.data) return undefined;
    const { dataset, split } = this.data;
    const at = split.validation[position % split.validation.length] as number;
    return Float32Array.from(dataset.train.images.subarray(784 * at, 784 * (at + 1)), (value) => value / 255);
  }

  private emit(event: EngineEvent): void {
    this.port?.postMessage(event);
  }

  /** Loads in the background of whatever goes on; a run keeps the data it started with. */
  private async load(
    origin: 'mnist' | 'files',
    source: (
      onProgress: (progress: Extract<DatasetState, { status: 'loading' }>['progress']) => void,
    ) => Promise<LoadedData>,
  ): Promise<void> {
    this.loads += 1;
    const request = this.loads;
    const tell = (state: DatasetState) => {
      if (request === this.loads) this.emit({ type: 'dataset', dataset: state });
    };
    try {
      tell({ status: 'loading', progress: { source: '', received: 0, total: 0 }, problems: [] });
      const { dataset, problems } = await source((progress) =>
        tell({ status: 'loading', progress, problems: [] }),
      );
      if (request !== this.loads) return;
      const split = splitTraining(dataset.train.labels.length);
      const state: DatasetState = {
        status: 'ready',
        origin: dataset.origin,
        official: dataset.official,
        train: split.train.length,
        validation: split.validation.length,
        test: dataset.test.labels.length,
        problems,
      };
      this.data = { dataset, split, state };
      tell(state);
    } catch (error) {
      const problems = error instanceof DataError ? error.problems : [unexpected(error, origin)];
      // Data that were refused do not cost the data in use.
      const kept = this.data?.state;
      tell(kept?.status === 'ready' ? { ...kept, problems } : { status: 'missing', problems });
    }
  }

  private async start(settings: Settings, control: RunControl): Promise<void> {
    if (!this.data) {
      this.emit({ type: 'fault', fault: { code: 'no-data' } });
      return;
    }
    const { dataset, split } = this.data;
    this.active = control;
    const built = await this.network.build(settings, dataset.train);
    if (!built) {
      this.active = undefined;
      this.emit({ type: 'phase', phase: 'idle' });
      return;
    }
    const run = new TrainingRun({
      settings,
      dataset,
      split,
      network: built,
      control,
      emit: (event) => this.emit(event),
      onReport: () => this.network.tellReadout(),
      now: () => performance.now(),
      breathe: macrotask,
    });
    this.over = this.finish(run);
  }

  private async finish(run: TrainingRun): Promise<void> {
    try {
      await run.run();
    } catch (error) {
      this.network.deviceFailed();
      this.emit({ type: 'fault', fault: { code: 'run-failed', detail: String(error) } });
      this.emit({ type: 'phase', phase: 'failed' });
    } finally {
      this.active = undefined;
      this.network.tellReadout();
    }
  }
}

function unexpected(error: unknown, source: 'mnist' | 'files') {
  return { code: 'unreachable', file: '', source, found: String(error) } as const;
}
