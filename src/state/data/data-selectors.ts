import { DIGIT_NAMES } from '../../model/class-names';
import type { Settings } from '../../model/settings';
import type { SettingsSlice } from '../settings/settings-slice';
import type { DataSlice } from './data-slice';

/** Of each class of the data in use, ten or more. */
export const classNamesOf = ({ dataset }: Pick<DataSlice, 'dataset'>): readonly string[] =>
  (dataset.status === 'ready' && dataset.classNames) || DIGIT_NAMES;

/** How many classes the data in use have; undefined while there are none. */
export const classesInUse = (state: Pick<DataSlice, 'dataset'>): number | undefined =>
  state.dataset.status === 'ready' ? classNamesOf(state).length : undefined;

/** Digits are drawn because MNIST could not be had. */
export const isWithoutMnist = ({ dataset }: DataSlice): boolean =>
  dataset.status === 'ready' && dataset.id === 'synthetic' && dataset.refused === 'mnist';

/** What an address should ask for: MNIST where it was asked for, though this time it could not be had. */
export const addressedSettings = (state: DataSlice & SettingsSlice): Settings =>
  isWithoutMnist(state) ? { ...state.settings, dataset: 'mnist' } : state.settings;
