import { type AddressNote, addressFromSettings } from '../model/address';
import { BATCH_VALUES_LIMIT, batchValues, type Settings } from '../model/settings';
import { type NetworkProblem, planNetwork } from '../model/shapes';
import type { RunPhase } from '../protocol/engine-api';
import type { LabState } from './lab-state';

/** A run is under way: commands to pause or stop make sense, one to train does not. */
export function isActive(phase: RunPhase): boolean {
  switch (phase) {
    case 'running':
    case 'paused':
    case 'testing':
      return true;
    case 'idle':
    case 'finished':
    case 'stopped':
    case 'failed':
      return false;
    default:
      return phase satisfies never;
  }
}

/** The network in use has seen training images. */
export const isTrained = (state: LabState): boolean => state.run.batches.length > 0;

/** The controls differ from what the run in sight was started with: they apply to the next one. */
export function hasPendingSettings({ run, settings }: LabState): boolean {
  return run.settings !== undefined && addressFromSettings(run.settings) !== addressFromSettings(settings);
}

export type SettingsProblem = NetworkProblem | { code: 'batch-too-large'; batchSize: number };

/** Why these settings can't be trained. */
export function settingsProblem({ network, batchSize }: Settings): SettingsProblem | undefined {
  const planned = planNetwork(network);
  if (!planned.ok) return planned.problem;
  const { activationValues, parameters } = planned.plan;
  return batchValues(batchSize, activationValues, parameters) > BATCH_VALUES_LIMIT
    ? { code: 'batch-too-large', batchSize }
    : undefined;
}

export type TrainBlock = 'data-loading' | 'data-missing' | 'engine-starting' | 'impossible-settings';

/** Why Train can't be pressed, apart from a run being under way. */
export function trainBlock(state: LabState): TrainBlock | undefined {
  if (settingsProblem(state.settings)) return 'impossible-settings';
  if (state.dataset.status === 'loading') return 'data-loading';
  if (state.dataset.status === 'missing') return 'data-missing';
  if (!state.readout) return 'engine-starting';
  return undefined;
}

export const hasNotes = ({ addressNotes }: { addressNotes: readonly AddressNote[] }) =>
  addressNotes.length > 0;
