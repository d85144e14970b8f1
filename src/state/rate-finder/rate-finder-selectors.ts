import type { SettingName } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import { type Startable, type TrainBlock, trainBlock } from '../run/run-selectors';
import { isActive } from '../run/run-state';
import type { SettingsSlice } from '../settings/settings-slice';
import type { RateFinderSlice } from './rate-finder-slice';

/** Why no learning rates can be tried now. */
export const rateTestBlock = (state: Startable): TrainBlock | 'running' | undefined =>
  isActive(state.run.phase) ? 'running' : trainBlock(state);

/** What a test says nothing about, or no more than another one would. */
const BESIDE_THE_POINT: readonly SettingName[] = ['learningRate', 'schedule', 'epochs', 'seed'];

/** The settings have become others than those that the rates were tried for. */
export const isTestOfOthers = ({ rateTest, settings }: RateFinderSlice & SettingsSlice): boolean =>
  rateTest !== undefined &&
  differingSettings(rateTest.settings, settings).some((name) => !BESIDE_THE_POINT.includes(name));
