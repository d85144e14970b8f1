import { IDBFactory } from 'fake-indexeddb';
import { eventually } from '../../../fixtures/eventually';
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { initialWeights } from '../../../../src/model/initial-weights';
import { parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import { planOf } from '../../../../src/model/shapes';
import type { RunCheckpoint } from '../../../../src/protocol/checkpoint';
import type { Evaluation } from '../../../../src/protocol/run';
import type { KeepStore } from '../../../../src/state/keeping/keep-store';
import { openKeepStore } from '../../../../src/storage/keep-store';
import { readingsOf, setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

/* Visits to one browser: what one keeps, the next finds. */

const parsed = parseNetwork('c2k3-p2-d10');
export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...{ network: parsed.ok ? [...parsed.network] : [], epochs: 3 },
};
const WEIGHTS = initialWeights(planOf(SETTINGS.network), SETTINGS);
export const PER_EPOCH = 2;

/** A browser that has never been here. */
export const freshBrowser = () => vi.stubGlobal('indexedDB', new IDBFactory());

/** @param settings - of the address */
export async function visit(settings = SETTINGS) {
  const store: KeepStore = await openKeepStore();
  const lab = setUp(settings, undefined, Promise.resolve(store));
  lab.ready();
  await eventually(() => {
    if (!lab.store.getState().networks) throw new Error('nothing is known yet');
  });
  return { ...lab, keep: store, state: lab.store.getState };
}
export type Visit = Awaited<ReturnType<typeof visit>>;
type Told = Pick<Visit, 'emit' | 'state' | 'commands'>;

const evaluation = (accuracy: number): Evaluation => ({ images: 100, loss: 0.5, accuracy, confusion: [] });

export function checkpointOf(trainedBatches: number, changes: Partial<RunCheckpoint> = {}): RunCheckpoint {
  const finishedEpochs = Math.floor(trainedBatches / PER_EPOCH);
  const weights = WEIGHTS.map((values) => values.map((value) => value + trainedBatches));
  return {
    ...{ run: 'a', settings: SETTINGS, finishedEpochs, trainedBatches },
    toCome: [],
    live: { learningRate: SETTINGS.learningRate, momentum: 0.9, dropout: 0 },
    step: { optimizer: 'adam', weights, vectors: [weights, weights], steps: trainedBatches },
    kept: {
      epoch: finishedEpochs,
      checkpoint: { weights, trainedBatches: finishedEpochs * PER_EPOCH },
      readings: undefined,
    },
    ...{ best: undefined, work: { images: 10, evaluated: 0, seconds: 4 } },
    ...changes,
  };
}

/** A run is under way, and has told where it stands after so many batches. */
export function trains(lab: Told, batches: number, run = 'a') {
  lab.emit(networkTold({ settings: SETTINGS }));
  lab.emit({ type: 'run-started', run, settings: SETTINGS, batchesPerEpoch: PER_EPOCH, startedAt: 1000 });
  lab.emit({ type: 'phase', phase: 'running' });
  for (let batch = 1; batch <= batches; batch++) {
    lab.emit(batchTold());
    if (batch % PER_EPOCH === 0) validated(lab, batch / PER_EPOCH);
  }
  lab.emit({ type: 'checkpointed', checkpoint: checkpointOf(batches, { run }) });
}

function validated(lab: Told, epoch: number) {
  const weightsVersion = lab.state().toldWeights ?? 0;
  lab.emit({ type: 'read', readings: { ...readingsOf('validation', epoch * PER_EPOCH), weightsVersion } });
  lab.emit({ type: 'validated', epoch, evaluation: evaluation(0.8 + epoch / 100), weightsVersion });
}

/** A run has come to its end. */
export function trained(lab: Told, run = 'a') {
  trains(lab, SETTINGS.epochs * PER_EPOCH, run);
  const weightsVersion = lab.state().toldWeights ?? 0;
  const { epochs } = SETTINGS;
  lab.emit({ type: 'epochs-ended', ending: { reason: 'all', epochs, keptEpoch: epochs } });
  lab.emit({ type: 'read', readings: { ...readingsOf('test', epochs * PER_EPOCH), weightsVersion } });
  lab.emit({ type: 'tested', evaluation: evaluation(0.9) }, { type: 'phase', phase: 'finished' });
}

/** The engine has opened what it was asked for last. */
export function opened(lab: Told) {
  const [name, network] = lab.commands.openNetwork.mock.calls.at(-1) ?? [];
  if (!name || !network) throw new Error('nothing was to be opened');
  lab.emit(networkTold({ ...network, opened: name }));
}
