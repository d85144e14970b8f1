import { addressFromSettings } from '../model/address';
import { CLASSES } from '../model/network';
import type { Settings } from '../model/settings';
import { settingsProblem } from '../model/settings-problem';
import type { Part, Readings } from '../protocol/data/images';
import type { Evaluation, RunPhase } from '../protocol/run';
import { isFineTuned } from './fine-tuning/fine-tuning';
import type { LabState } from './lab-state';

/** A run is under way: commands to pause or stop make sense, one to train does not. */
export function isActive(phase: RunPhase): boolean {
  switch (phase) {
    case 'starting':
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
export const isTrained = ({ run, pretrained }: LabState): boolean =>
  run.batches.length > 0 || pretrained !== undefined;

/** The controls differ from what the run in sight was started with: they apply to the next one. */
export function hasPendingSettings({ run, settings }: LabState): boolean {
  return run.settings !== undefined && addressFromSettings(run.settings) !== addressFromSettings(settings);
}

export type TrainBlock =
  | 'engine-gone'
  | 'impossible-settings'
  | 'data-loading'
  | 'data-missing'
  | 'engine-starting';

/** Why Train can't be pressed, apart from a run being under way. */
export function trainBlock(state: LabState): TrainBlock | undefined {
  if (state.engineGone) return 'engine-gone';
  if (settingsProblem(state.settings)) return 'impossible-settings';
  if (state.dataset.status === 'loading') return 'data-loading';
  if (state.dataset.status === 'missing') return 'data-missing';
  if (!state.readout) return 'engine-starting';
  return undefined;
}

const DIGITS: readonly string[] = Array.from({ length: CLASSES }, (_, digit) => String(digit));

/** Of the data in use, ten. */
export const classNamesOf = ({ dataset }: LabState): readonly string[] =>
  (dataset.status === 'ready' && dataset.classNames) || DIGITS;

/** Digits are drawn because MNIST could not be had. */
export const isWithoutMnist = ({ dataset }: LabState): boolean =>
  dataset.status === 'ready' && dataset.id === 'synthetic' && dataset.refused === 'mnist';

/** What an address should ask for: MNIST where it was asked for, though this time it could not be had. */
export const addressedSettings = (state: LabState): Settings =>
  isWithoutMnist(state) ? { ...state.settings, dataset: 'mnist' } : state.settings;

/** There is a change of the drawing to take back. */
export const canUndo = (state: LabState): boolean => state.earlierDrawings.length > 0;

/** There is one to bring back. */
export const canRedo = (state: LabState): boolean => state.laterDrawings.length > 0;

/** The weights in use are not those that the run left. */
const isAltered = (state: LabState): boolean => state.interventions !== undefined || isFineTuned(state);

/** The part that matrix, report and gallery are about. */
export const shownPart = (state: LabState): Part =>
  state.selection.part ??
  (state.readings.test || (state.run.test && !isAltered(state)) ? 'test' : 'validation');

/** The images of the data in use that the network was measured on last: test images where it was, else validation. */
export function measured(
  state: LabState,
): { readonly part: Part; readonly evaluation: Evaluation } | undefined {
  const { readings, run } = state;
  const isOfRun = !isAltered(state) && !trainedOnOtherData(state);
  const test = readings.test?.evaluation ?? (isOfRun ? run.test : undefined);
  if (test) return { part: 'test', evaluation: test };
  const validation = readings.validation?.evaluation ?? (isOfRun ? run.validation.at(-1) : undefined);
  return validation && { part: 'validation', evaluation: validation };
}

/** What was read in it; undefined until it has been read. */
export const shownReadings = (state: LabState): Readings | undefined => state.readings[shownPart(state)];

/** The data in use are not those that the run was trained on. */
export const trainedOnOtherData = ({ run, dataVersion }: LabState): boolean =>
  run.data !== undefined && run.data.version !== dataVersion;

/** Why there is nothing to show of these images. */
export function whyUnread(state: LabState): 'untrained' | 'first-epoch' | 'unread' {
  const active = isActive(state.run.phase);
  if (active && shownPart(state) === 'validation' && state.run.validation.length === 0) return 'first-epoch';
  return active || isTrained(state) ? 'unread' : 'untrained';
}

/**
 * Their evaluation; where only that is left of a run, as when its network had to be made anew, the run's own, unless
 * other data are in use now.
 */
export function shownEvaluation(state: LabState): Evaluation | undefined {
  const read = shownReadings(state)?.evaluation;
  if (read || isAltered(state) || trainedOnOtherData(state)) return read;
  const part = shownPart(state);
  switch (part) {
    case 'validation':
      return state.run.validation.at(-1);
    case 'test':
      return state.run.test;
    case 'train':
      return undefined;
    default:
      return part satisfies never;
  }
}
