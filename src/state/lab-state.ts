import type { Stroke } from '../ink/stroke';
import type { AddressNote } from '../model/address';
import type { Settings } from '../model/settings';
import type {
  DatasetState,
  EngineReadout,
  Evaluation,
  Fault,
  Look,
  RunPhase,
  RunProgress,
} from '../protocol/engine-api';
import type { BatchLog } from './batch-log';

/** All that the page knows. Changed by the reducer only; panels read it through selectors. */
export interface LabState {
  /** What the controls show: the next run's settings. */
  readonly settings: Settings;
  readonly addressNotes: readonly AddressNote[];
  readonly dataset: DatasetState;
  /** Undefined until a backend is up. */
  readonly readout: EngineReadout | undefined;
  /** The settings that made the network now in use; undefined until there is one. */
  readonly built: Settings | undefined;
  readonly run: RunState;
  /** The last run before it that trained at all, to compare with. */
  readonly runBefore: RunState | undefined;
  readonly fault: Fault | undefined;
  /** The engine died so often that it is not started again: only a reload helps. */
  readonly engineGone: boolean;
  /** The drawing, oldest stroke first. */
  readonly strokes: readonly Stroke[];
  /** What the drawing was before each change, oldest first. */
  readonly earlierStrokes: readonly (readonly Stroke[])[];
  readonly subject: Subject | undefined;
  readonly answer: Answer;
}

export interface RunState {
  readonly phase: RunPhase;
  /** Of the run that is active or was the last. */
  readonly settings: Settings | undefined;
  /** Of the engine when the run began. */
  readonly trainStep: EngineReadout['trainStep'] | undefined;
  readonly batchesPerEpoch: number;
  /** Batch by batch. */
  readonly batches: BatchLog;
  /** One an epoch: `validation[0]` came after the first. */
  readonly validation: readonly Evaluation[];
  readonly test: Evaluation | undefined;
  readonly progress: RunProgress | undefined;
}

/** The image that is being looked at, and what the network makes of it. */
export interface Subject {
  readonly from: 'drawing' | 'sample';
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  readonly look: Look;
}

/** What stands in the status 'Prediction'. */
export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'untrained' }
  | { readonly kind: 'read'; readonly probabilities: Float32Array };

/** What a person can do. None throws: what goes wrong shows up in the state. */
export interface LabActions {
  change(patch: Partial<Settings>): void;
  train(): void;
  pause(): void;
  resume(): void;
  step(): void;
  stop(): void;
  /** Back to an untrained network with the settings of now. */
  resetWeights(): void;
  /** Four idx files, gzipped or not. */
  loadFiles(files: readonly File[]): void;
  /** MNIST again, from this page's server or the mirrors. */
  loadMnist(): void;
  addStroke(stroke: Stroke): void;
  /** Takes back the last stroke, or the last clearing. */
  undo(): void;
  clear(): void;
  predict(): void;
  dismissNotes(): void;
  dismissFault(): void;
}
