import { DIGIT_NAMES } from '../../model/class-names';
import type { DatasetState } from '../../protocol/data/dataset-state';

export interface DataInSight {
  readonly dataset: DatasetState;
}

/** Of each class of the data in use, ten or more. */
export const classNamesOf = ({ dataset }: DataInSight): readonly string[] =>
  (dataset.status === 'ready' && dataset.classNames) || DIGIT_NAMES;

/** How many classes the data in use have; undefined while there are none. */
export const classesInUse = (state: DataInSight): number | undefined =>
  state.dataset.status === 'ready' ? classNamesOf(state).length : undefined;
