import { needsOtherData, type Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunChange } from '../../protocol/run';
import type { EngineLost } from '../engine/engine-slice';
import { isActive, type RunState } from '../run/run-state';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import type { Slice } from '../slice';
import type { HaltAsked, RunAsked, SessionEvent } from './sessions-slice';

export interface AskedRunSlice {
  /** That the engine was asked for and has not trained yet; undefined where there is none, or it is not wanted any more. */
  readonly askedRun: AskedRun | undefined;
}

interface AskedRun {
  readonly settings: Settings;
  readonly changes: readonly RunChange[];
  /** The engine has died over it: the next one is to be asked. */
  readonly isLost: boolean;
}

type Heeded =
  | RunAsked
  | HaltAsked
  | Extract<SessionEvent, { type: 'continuing' | 'continue-withdrawn' }>
  | Extract<EngineEvent, { type: 'checkpointed' | 'batches' | 'phase' | 'fault' }>
  | SettingsChanged
  | EngineLost;

const NONE = { askedRun: undefined };

/**
 * From Train to the first weights that are kept, with which a run can go on (`SessionsSlice`): by then none of its batches
 * is lost.
 */
export const askedRunSlice: Slice<AskedRunSlice, Heeded, { readonly run: RunState } & SettingsSlice> = {
  initial: () => NONE,
  on: {
    'run-asked': (_, { settings, changes }) => ({ askedRun: { settings, changes, isLost: false } }),
    checkpointed: () => NONE,
    batches: () => NONE,
    continuing: () => NONE,
    'continue-withdrawn': () => NONE,
    'halt-asked': (_, { isHalting }) => (isHalting ? NONE : {}),
    // It is over, or could not be built; an untrained network that follows the controls is idle too.
    phase: ({ run }, { phase }) => (isActive(run.phase) && !isActive(phase) ? NONE : {}),
    // Refused before it began, where its phase says nothing.
    fault: ({ askedRun, run }) => (askedRun?.isLost || isActive(run.phase) ? {} : NONE),
    'settings-changed': ({ askedRun, settings }, { patch }) =>
      askedRun?.isLost && needsOtherData(askedRun.settings, { ...settings, ...patch }) ? NONE : {},
    'engine-lost': ({ askedRun }, { goesOn }) =>
      askedRun && goesOn ? { askedRun: { ...askedRun, isLost: true } } : NONE,
  },
};
