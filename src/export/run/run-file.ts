import type { ConfusionCounts } from '../../metrics/confusion';
import type { RightBits } from '../../metrics/paired';
import type { Backend, Settings } from '../../model/settings';
import type { TrainedNetwork } from '../../model/trained-network';
import type { RunChange, RunEnding } from '../../protocol/run';

/** How a run read the images of a part. */
interface FileReading {
  readonly images: number;
  readonly right: number;
  readonly loss: number;
  readonly bits: RightBits | undefined;
  readonly confusion?: ConfusionCounts | undefined;
}

/** What is known of a run that is over, as its file has it whatever its version. */
export interface FileRun {
  /** Names the run: no two have the same, in whatever browser. */
  readonly id: string;
  readonly settings: Settings;
  readonly changes: readonly RunChange[];
  readonly data:
    | {
        readonly official: boolean;
        readonly areDigits: boolean;
        /** Of each class, where they are not the digits; the first version didn't say them. */
        readonly classNames?: readonly string[] | undefined;
        readonly train: number;
      }
    | undefined;
  readonly backend: Backend | undefined;
  readonly trainStep: 'fast' | 'reference' | undefined;
  readonly startedAt: number;
  readonly seconds: number;
  readonly end: 'finished' | 'stopped' | 'failed' | 'lost';
  readonly ending: RunEnding | undefined;
  readonly epochs: number;
  readonly validation: FileReading | undefined;
  readonly test: FileReading | undefined;
  readonly curves: {
    readonly trainingLoss: readonly { readonly epoch: number; readonly value: number }[];
    readonly validationLoss: readonly number[];
    readonly validationAccuracy: readonly number[];
  };
  readonly note: string;
}

export interface RunFile {
  readonly run: FileRun;
  /** That it has left, where the file carries it. */
  readonly network: TrainedNetwork | undefined;
}
