import { characterNames, numberNames } from '../../model/class-names';
import { classesOf } from '../../model/network';
import { classesInUse, classNamesOf } from '../data/class-selectors';
import type { DataSlice } from '../data/data-slice';
import type { NetworkSlice } from './network-slice';

/** Of each output of the network in use, what it stands for: as the data say, where they have as many classes. */
export function outputNamesOf(state: DataSlice & NetworkSlice): readonly string[] {
  const names = classNamesOf(state);
  return state.built ? namesFor(classesOf(state.built.network), names) : names;
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
