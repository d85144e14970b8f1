import type { Settings } from '../../model/settings';
import type { SettingsSlice } from '../settings/settings-slice';
import type { DataSlice } from './data-slice';

/** Digits are drawn because MNIST could not be had. */
export const isWithoutMnist = ({ dataset }: DataSlice): boolean =>
  dataset.status === 'ready' && dataset.id === 'synthetic' && dataset.refused === 'mnist';

/** What an address should ask for: MNIST where it was asked for, though this time it could not be had. */
export const addressedSettings = (state: DataSlice & SettingsSlice): Settings =>
  isWithoutMnist(state) ? { ...state.settings, dataset: 'mnist' } : state.settings;
