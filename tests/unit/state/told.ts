import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import type { FineTuned } from '../../../src/protocol/fine-tune';
import type { WeightEdit } from '../../../src/protocol/inspect';
import type { Evaluation } from '../../../src/protocol/run';

/* What the engine tells of its weights, filled up with what a test does not care about. */

type Told<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>;

const EVALUATION: Evaluation = { images: 1, loss: 1, accuracy: 0, confusion: [] };
/** Of the weights that were told of last. */
let version = 0;
const next = () => {
  version += 1;
  return version;
};
const COUNTS = { images: 1, before: 0, after: 1 };

export const networkTold = (changes: Partial<Told<'network'>> = {}): Told<'network'> => ({
  type: 'network',
  settings: DEFAULT_SETTINGS,
  trainedBatches: 0,
  weightsVersion: next(),
  ...changes,
});

export const batchTold = (): Told<'batches'> => ({
  type: 'batches',
  first: 0,
  batches: [{ loss: 2, accuracy: 0.1 }],
  weightsVersion: next(),
});

export const validatedTold = (): Told<'validated'> => ({
  type: 'validated',
  epoch: 1,
  evaluation: EVALUATION,
  weightsVersion: version,
});

export const editedTold = (...edits: readonly WeightEdit[]): Told<'edited'> => ({
  type: 'edited',
  edits,
  before: EVALUATION,
  after: EVALUATION,
  weightsVersion: next(),
});

export const tunedTold = (decision: FineTuned['decision']): Told<'fine-tuned'> => ({
  type: 'fine-tuned',
  tuned: { decision, learnt: COUNTS, heldOut: COUNTS, validation: COUNTS },
  weightsVersion: decision === 'kept' ? version : next(),
});
