import type { GivenFile } from '../data/given-file';
import type { Drawing } from '../ink/drawing';
import type { InkSteps } from '../ink/steps';
import type { Stroke } from '../ink/stroke';
import type { AddressNote } from '../model/address';
import type { PretrainedCard } from '../model/pretrained';
import type { DatasetId, Settings } from '../model/settings';
import type { EngineReadout } from '../protocol/backend';
import type { DatasetState } from '../protocol/data/dataset-state';
import type { FilePreview } from '../protocol/data/file-preview';
import type { ImageRef, Part, Readings } from '../protocol/data/images';
import type { Fault } from '../protocol/engine-api';
import type { Activations, WeightEdit } from '../protocol/inspect';
import type { Evaluation, RunPhase, RunProgress } from '../protocol/run';
import type { DigitWish } from './drawing/show-digit';
import type { Experiments } from './experiments/experiments';
import type { FineTuning } from './fine-tuning/fine-tuning';
import type { OwnDigits } from './own-digits/own-digits';
import type { BatchLog } from './run/batch-log';
import type { FinishedRun } from './run/finished-run';
import type { PanelId } from './selection/panel-id';
import type { Selection } from './selection/selection';
import type { View } from './selection/selection-address';

/** All that the page knows. Changed by the reducer only; panels read it through selectors. */
export interface LabState {
  /** What the controls show: the next run's settings. */
  readonly settings: Settings;
  readonly addressNotes: readonly AddressNote[];
  readonly dataset: DatasetState;
  /** A person's own files that are not in use yet; undefined while there are none. */
  readonly filePreview: FilePreview | undefined;
  /** Grows with each data set that is taken into use, so that two of a person's own can be told apart. */
  readonly dataVersion: number;
  /** A person's files were in use in this visit, and can be taken back. */
  readonly hasOwnFiles: boolean;
  /** Undefined until a backend is up. */
  readonly readout: EngineReadout | undefined;
  /** The settings that made the network now in use; undefined until there is one. */
  readonly built: Settings | undefined;
  /** Of the network in use, where it is the one that ships with the page. */
  readonly pretrained: PretrainedCard | undefined;
  readonly run: RunState;
  /** The last run before it that trained at all, to compare with. */
  readonly runBefore: RunState | undefined;
  /** The runs of this visit that came to their test, oldest first. */
  readonly finishedRuns: readonly FinishedRun[];
  /** Undefined until one is made. */
  readonly experiments: Experiments | undefined;
  readonly fault: Fault | undefined;
  /** The engine died so often that it is not started again: only a reload helps. */
  readonly engineGone: boolean;
  /** Grows whenever the weights in use have become others, while training as often as the page looks at them. */
  readonly weightsVersion: number;
  /** What the network in use read last in the images of each part. */
  readonly readings: Readonly<Partial<Record<Part, Readings>>>;
  /** The part that is being read on request. */
  readonly reading: { readonly part: Part; readonly done: number } | undefined;
  /** Changes of the trained weights by hand; undefined while there are none. */
  readonly interventions: Interventions | undefined;
  readonly fineTuning: FineTuning;
  readonly ownDigits: OwnDigits;
  readonly selection: Selection;
  /** What of the results is open. */
  readonly panel: PanelId;
  /** Its strokes are finished. */
  readonly drawing: Drawing;
  /** What is on the pad: the drawing, and the stroke under the pen. */
  readonly liveDrawing: Drawing;
  /** What is read: what is on the pad; without live prediction, what was there at Predict, until it is changed. */
  readonly submittedDrawing: Drawing;
  /** What the drawing was before each change, oldest first. */
  readonly earlierDrawings: readonly Drawing[];
  /** What it was before changes were taken back, the last of these last. */
  readonly laterDrawings: readonly Drawing[];
  /** The drawing is read as the ink flows. */
  readonly isLive: boolean;
  readonly inkSteps: InkSteps;
  readonly subject: Subject | undefined;
  readonly answer: Answer;
}

export interface RunState {
  readonly phase: RunPhase;
  /** Of the run that is active or was the last. */
  readonly settings: Settings | undefined;
  /** That were in use when the run began; undefined where others were being loaded just then. */
  readonly data: RunData | undefined;
  /** Of the engine when the run began. */
  readonly trainStep: EngineReadout['trainStep'] | undefined;
  readonly batchesPerEpoch: number;
  /** Batch by batch. */
  readonly batches: BatchLog;
  /** One an epoch: `validation[0]` came after the first. */
  readonly validation: readonly Evaluation[];
  readonly test: Evaluation | undefined;
  readonly progress: RunProgress | undefined;
  /** Batches before a weight or the loss was no longer a number; undefined where that did not happen. */
  readonly divergedAfter: number | undefined;
}

/** What a run trains on. */
export interface RunData {
  /** `dataVersion` of it. */
  readonly version: number;
  /** Every checksum is that of MNIST. */
  readonly official: boolean;
  /** Its classes are the digits 0 to 9. */
  readonly areDigits: boolean;
  /** Images that there are to train on. */
  readonly train: number;
}

/** Both evaluations are of the validation images. */
export interface Interventions {
  readonly edits: readonly WeightEdit[];
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/** The image that is being looked at, and what the network makes of it. */
export interface Subject {
  readonly from: 'drawing' | 'sample' | 'selected';
  /** Of the selected image. */
  readonly ref?: ImageRef;
  /** Of the selected image: the digit that it is. */
  readonly label?: number;
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  readonly look: Activations;
}

/** What stands in the status 'Prediction'. */
export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'untrained' }
  | { readonly kind: 'read'; readonly probabilities: Float32Array };

/** What a person can do. None throws: what goes wrong shows up in the state. */
export interface LabActions {
  /** Changes the named parts of the selection. */
  select(patch: Partial<Selection>): void;
  /** Opens a results panel. */
  open(panel: PanelId): void;
  /** Selects a cell of the matrix and shows its images, where they are not in sight already. */
  showCell(cell: Selection['cell']): void;
  /** Selection and panel of an address. */
  goTo(view: View): void;
  /** Reads all images of a part, to be seen in `readings`. */
  read(part: Part): void;
  cancelRead(): void;
  /** Puts these edits of the weights, and no others, in force. */
  edit(edits: readonly WeightEdit[]): void;
  /** Puts an image on the pad, to be drawn on. */
  sendToCanvas(image: Float32Array): void;
  /**
   * Puts ink that was found in a picture on the pad.
   * @param found - [280 × 280] row by row, 0 to 1
   */
  showScannedInk(found: Float32Array): void;
  /** Puts a digit on the pad, as it was wished for, where there is one. */
  showDigit(wish: DigitWish): void;
  change(patch: Partial<Settings>): void;
  train(): void;
  pause(): void;
  resume(): void;
  step(): void;
  stop(): void;
  /**
   * Trains with each of these settings, one after the other, to be compared with the base. With none, the base alone
   * becomes another. Ignored while a run is active.
   */
  experiment(base: Settings, runs: readonly Settings[]): void;
  /** The experiments that wait are given up, and the run under way is stopped. */
  stopExperiments(): void;
  /** The settings of a run before, to train with them again. */
  restore(settings: Settings): void;
  /** Back to an untrained network with the settings of now. */
  resetWeights(): void;
  /** Reads files, to be seen in `filePreview`; the data in use stay. */
  previewFiles(files: readonly GivenFile[]): void;
  /**
   * Takes the files that were understood into use.
   * @param classNames - ten; undefined for the digits
   */
  usePreview(classNames: readonly string[] | undefined): void;
  /** Puts the preview away, or ends the reading. */
  cancelPreview(): void;
  /** MNIST, from this page’s server or the mirrors, once more if need be; digits drawn by the lab; or the files that were in use. */
  chooseDataset(id: DatasetId): void;
  /** The stroke under the pen so far; it is added when it is finished. */
  ink(stroke: Stroke): void;
  addStroke(stroke: Stroke): void;
  /** Takes back the last stroke, or the last clearing. */
  undo(): void;
  /** Brings back what was taken back last. */
  redo(): void;
  clear(): void;
  predict(): void;
  /** Reads the drawing as the ink flows, or at Predict only. */
  setLive(isLive: boolean): void;
  /** What is done to the ink before it is read. */
  setInkSteps(steps: InkSteps): void;
  /** Keeps the drawing that was read, as this digit. */
  collect(label: number): void;
  /** Removes own digits, by their ids. */
  removeOwn(ids: readonly string[]): void;
  /** Adds the digits of a file that was exported before, to be seen in `ownDigits`. */
  importOwn(file: Blob): void;
  /** Trains the network in use further on all own digits but every third. Ignored while there are too few of them. */
  fineTune(): void;
  cancelFineTuning(): void;
  /** Whether the weights that came of it stay. */
  decideFineTuned(stays: boolean): void;
  dismissNotes(): void;
  dismissFault(): void;
}
