import { characterNames, DIGIT_NAMES, numberNames } from '../../model/class-names';
import { classesOf } from '../../model/network';
import { classesInUse, classNamesOf } from '../data/class-selectors';
import type { DataSlice } from '../data/data-slice';
import type { RunSlice } from '../run/run-slice';
import type { NetworkSlice } from './network-slice';

type State = DataSlice & NetworkSlice & Pick<RunSlice, 'run'>;

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

/** Letters of ten classes would be read as digits once there are digits again. */
function learntNames({ pretrained, run: { data, batches } }: State): readonly string[] | undefined {
  if (pretrained) return DIGIT_NAMES;
  if (!data || batches.length === 0) return undefined;
  return data.areDigits ? DIGIT_NAMES : data.classNames;
}

/** The network in use tells other classes apart than the data have: it can read none of their images. */
export function isOfOtherClasses(state: DataSlice & NetworkSlice): boolean {
  const classes = classesInUse(state);
  return state.built !== undefined && classes !== undefined && classesOf(state.built.network) !== classes;
}

/** Remembered, since a selector's answer must stay the same while nothing has changed. */
const others = new Map<number, readonly string[]>();

function namesFor(classes: number, names: readonly string[]): readonly string[] {
  if (names.length === classes) return names;
  const known = others.get(classes) ?? characterNames(classes) ?? numberNames(classes);
  others.set(classes, known);
  return known;
}
