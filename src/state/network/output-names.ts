import { areSameClasses, characterNames, DIGIT_NAMES, numberNames } from '../../model/class-names';
import { classesOf } from '../../model/network';
import { classesInUse, classNamesOf } from '../data/class-selectors';
import type { DataSlice } from '../data/data-slice';
import type { HistorySlice } from '../history/history-slice';
import type { LookBackSlice } from '../look-back/look-back-slice';
import type { RunSlice } from '../run/run-slice';
import type { NetworkSlice } from './network-slice';

type Learnt = NetworkSlice &
  Pick<RunSlice, 'run'> &
  Pick<HistorySlice, 'runs'> &
  Pick<LookBackSlice, 'lookBack'>;
type State = DataSlice & Learnt;

/**
 * Of each output of the network in use, what it stands for: as the data said that it was trained on, else as those in use
 * say, where they have as many classes.
 */
export function outputNamesOf(state: State): readonly string[] {
  const names = classNamesOf(state);
  if (!state.built) return names;
  const classes = classesOf(state.built.network);
  const learnt = learntNames(state);
  return learnt?.length === classes ? learnt : namesFor(classes, names);
}

/** Letters of ten classes would be read as digits once there are digits again. @returns undefined where nothing says it */
export function learntNames(state: Learnt): readonly string[] | undefined {
  const { pretrained, outputNames, run, runs, lookBack } = state;
  if (pretrained) return DIGIT_NAMES;
  const trained = lookBack ? runs.find(({ id }) => id === lookBack.run) : run.batches.length > 0 && run;
  const data = trained ? trained.data : undefined;
  return data ? (data.areDigits ? DIGIT_NAMES : data.classNames) : outputNames;
}

/** The network in use tells as many classes apart as the data have: it says nothing about images of others. */
export const canReadData = (state: State): boolean =>
  state.built !== undefined && classesOf(state.built.network) === classesInUse(state);

/** The network in use tells other classes apart than the data have: more or fewer, or others of the same number. */
export const isOfOtherClasses = (state: State): boolean =>
  state.built !== undefined &&
  state.dataset.status === 'ready' &&
  !areSameClasses(outputNamesOf(state), classNamesOf(state));

/** Remembered, since a selector's answer must stay the same while nothing has changed. */
const others = new Map<number, readonly string[]>();

function namesFor(classes: number, names: readonly string[]): readonly string[] {
  if (names.length === classes) return names;
  const known = others.get(classes) ?? characterNames(classes) ?? numberNames(classes);
  others.set(classes, known);
  return known;
}
