import type { DataProblem, DataProgress } from '../../data/dataset';
import type { DatasetId } from '../../model/settings';

export type DatasetState =
  | { status: 'loading'; id: DatasetId; progress: DataProgress; problems: readonly DataProblem[] }
  | {
      status: 'ready';
      id: DatasetId;
      origin: string;
      official: boolean;
      /** Of each class, where they are not the digits 0 to 9: ten or more. */
      classNames?: readonly string[];
      /** Images in each part. */
      train: number;
      validation: number;
      test: number;
      /** What was tried in vain before, or, with `refused`, why other data did not take the place of these. */
      problems: readonly DataProblem[];
      /** The data set that was asked for last and could not be had. */
      refused?: DatasetId;
    }
  | { status: 'missing'; id: DatasetId; problems: readonly DataProblem[] };
