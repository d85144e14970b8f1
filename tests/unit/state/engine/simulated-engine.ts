import { initialWeights } from '../../../../src/model/initial-weights';
import type { Settings } from '../../../../src/model/settings';
import { planOf } from '../../../../src/model/shapes';
import type { TrainedNetwork } from '../../../../src/model/trained-network';
import type { RunCheckpoint } from '../../../../src/protocol/checkpoint';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { Evaluation, RunPhase } from '../../../../src/protocol/run';
import { READOUT, READY } from '../set-up';

export const PER_EPOCH = 2;

const evaluation = (batches: number): Evaluation => ({
  images: 100,
  loss: 1 / (1 + batches),
  accuracy: batches / 100,
  confusion: [],
});

/** A run in it: settings and how far it is. */
interface Running {
  readonly id: string;
  readonly settings: Settings;
  batches: number;
  phase: RunPhase;
}

/** What an engine asks a machine for: it may never say anything again. */
export interface Driver {
  hangs: boolean;
  /** The next thread that an engine asks the browser for never comes. */
  keepsThread: boolean;
}

/** An engine that trains a batch when the test says so; its weights are the number of batches that they have seen. */
export class SimulatedEngine {
  private run: Running | undefined;
  private version = 0;
  /** Batches of the run when it was last kept. */
  private kept = 0;
  private isDead = false;
  private asksDriver = true;

  /**
   * @param newId - of the next run
   * @param onHang - called when it says nothing any more
   */
  constructor(
    private readonly tell: (event: EngineEvent) => void,
    private readonly newId: () => string,
    private readonly driver: Driver,
    private readonly onHang: () => void,
  ) {}

  get isActive(): boolean {
    return this.run !== undefined;
  }

  die(): void {
    this.isDead = true;
  }

  passOver(): void {
    this.asksDriver = false;
  }

  begin(settings: Settings): void {
    if (this.asksDriver) this.askDriver();
    this.network({ settings, trainedBatches: 0 });
    this.emit(
      { type: 'engine', readout: { ...READOUT, trainStep: 'fast' } },
      { type: 'phase', phase: 'idle' },
    );
  }

  loadData(): void {
    this.emit({ type: 'dataset', dataset: READY });
  }

  reset(settings: Settings): void {
    if (!this.run) this.begin(settings);
  }

  open(name: string, network: TrainedNetwork): void {
    if (!this.run) this.network({ ...network, opened: name });
  }

  train(settings: Settings): void {
    if (this.run) return;
    this.run = { id: this.newId(), settings, batches: 0, phase: 'starting' };
    this.emit({ type: 'phase', phase: 'starting' });
    this.startThread();
    this.network({ settings, trainedBatches: 0 });
    const { id } = this.run;
    this.emit({ type: 'run-started', run: id, settings, batchesPerEpoch: PER_EPOCH, startedAt: 1 });
    this.phase('running');
    this.checkpoint();
  }

  continueRun({ run, settings, trainedBatches }: RunCheckpoint): void {
    if (this.run) return;
    this.goOn({ id: run, settings, batches: trainedBatches, phase: 'starting' });
  }

  pause(): void {
    if (this.run?.phase === 'running') {
      this.checkpoint();
      this.phase('paused');
    }
  }

  resume(): void {
    if (this.run?.phase === 'paused') this.phase('running');
  }

  stop(): void {
    if (!this.run) return;
    this.checkpoint();
    this.end('stopped');
  }

  /** Trains one more batch, and what follows it. */
  tick(): void {
    const { run } = this;
    if (run?.phase !== 'running') return;
    run.batches += 1;
    const told = { first: run.batches - 1, batches: [{ loss: 1 / run.batches, accuracy: 0.5 }] };
    this.emit({ type: 'batches', ...told, weightsVersion: this.nextVersion() });
    if (run.batches % PER_EPOCH > 0) return;
    const epoch = run.batches / PER_EPOCH;
    const { version: weightsVersion } = this;
    this.emit({ type: 'validated', epoch, evaluation: evaluation(run.batches), weightsVersion });
    this.checkpoint();
    const { epochs } = run.settings;
    if (epoch < epochs) return;
    this.emit({ type: 'epochs-ended', ending: { reason: 'all', epochs, keptEpoch: epochs } });
    this.phase('testing');
    this.emit({ type: 'tested', evaluation: evaluation(run.batches) });
    this.end('finished');
  }

  /** The device under the run is lost: it goes on from where it was last kept, as `Training` does. */
  loseDevice(): void {
    const { run } = this;
    if (!run) return;
    this.emit({ type: 'fault', fault: { code: 'run-resumed', detail: 'lost' } });
    const isPaused = run.phase === 'paused';
    this.goOn({ ...run, batches: this.kept });
    // What a person has wished outlives the device (`RunControl`).
    if (isPaused) this.phase('paused');
  }

  /** The device that it gives is not taken: the engine computes on the processor. */
  private askDriver(): void {
    this.emit({ type: 'device', backend: 'webgpu', step: 'asked' });
    if (this.driver.hangs) this.hang();
    this.emit({ type: 'device', backend: 'webgpu', step: 'left' });
  }

  private startThread(): void {
    this.emit({ type: 'thread', isAwaited: true });
    if (this.driver.keepsThread) this.hang();
    this.driver.keepsThread = false;
    this.emit({ type: 'thread', isAwaited: false });
  }

  private hang(): void {
    this.isDead = true;
    this.onHang();
  }

  private goOn(run: Running): void {
    this.run = run;
    this.kept = run.batches;
    this.phase('starting');
    this.network({ settings: run.settings, trainedBatches: run.batches });
    this.emit({ type: 'run-continued', run: run.id });
    this.phase('running');
  }

  private network(told: { settings: Settings; trainedBatches: number; opened?: string }): void {
    this.emit({ type: 'network', ...told, weightsVersion: this.nextVersion() });
  }

  private checkpoint(): void {
    const { run } = this;
    if (!run) return;
    this.kept = run.batches;
    const { learningRate, momentum, dropout } = run.settings;
    const weights = initialWeights(planOf(run.settings.network), run.settings).map((w) =>
      w.fill(run.batches),
    );
    const finishedEpochs = Math.floor(run.batches / PER_EPOCH);
    const checkpoint: RunCheckpoint = {
      run: run.id,
      settings: run.settings,
      live: { learningRate, momentum, dropout },
      toCome: [],
      finishedEpochs,
      trainedBatches: run.batches,
      step: { optimizer: 'sgd', weights, vectors: [], steps: run.batches },
      kept: {
        epoch: finishedEpochs,
        checkpoint: { weights, trainedBatches: finishedEpochs * PER_EPOCH },
        readings: undefined,
      },
      best: undefined,
      work: { images: run.batches, evaluated: 0, seconds: run.batches },
    };
    this.emit({ type: 'checkpointed', checkpoint });
  }

  private end(phase: RunPhase): void {
    this.phase(phase);
    this.run = undefined;
  }

  private phase(phase: RunPhase): void {
    if (this.run) this.run.phase = phase;
    this.emit({ type: 'phase', phase });
  }

  private nextVersion(): number {
    this.version += 1;
    return this.version;
  }

  private emit(...events: readonly EngineEvent[]): void {
    for (const event of events) if (!this.isDead) this.tell(structuredClone(event));
  }
}
