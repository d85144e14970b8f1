import { needsOtherData, type Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunChange } from '../../protocol/run';
import type { DataSlice } from '../data/data-slice';
import type { EngineLost } from '../engine/engine-slice';
import type { AdjustAsked } from '../run/run-slice';
import { isActive, type RunState } from '../run/run-state';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import type { Slice } from '../slice';
import type { HaltAsked, RunAsked, SessionEvent } from './sessions-slice';

export interface AskedRunSlice {
  /** That the engine was asked for and has not trained yet; undefined where there is none, or it is not wanted any more. */
  readonly askedRun: AskedRun | undefined;
}

/** What data that are loaded anew are known by. */
interface AskedData {
  readonly train: number;
  readonly official: boolean;
  readonly files: number;
}

interface AskedRun {
  readonly settings: Settings;
  readonly changes: readonly RunChange[];
  /** That were in use when it was asked for. */
  readonly data: AskedData;
  /** The engine has died over it: the next one is to be asked. */
  readonly isLost: boolean;
}

type Heeded =
  | RunAsked
  | HaltAsked
  | AdjustAsked
  | Extract<SessionEvent, { type: 'continuing' | 'continue-withdrawn' }>
  | Extract<EngineEvent, { type: 'checkpointed' | 'batches' | 'phase' | 'fault' }>
  | SettingsChanged
  | EngineLost;

type Needed = { readonly run: RunState } & SettingsSlice & DataSlice;

const NONE = { askedRun: undefined };

/**
 * From Train to the first weights that are kept, with which a run can go on (`SessionsSlice`): by then none of its batches
 * is lost.
 */
export const askedRunSlice: Slice<AskedRunSlice, Heeded, Needed> = {
  initial: () => NONE,
  on: {
    'run-asked': (state, { settings, changes }) => ({
      askedRun: { settings, changes, data: dataNow(state), isLost: false },
    }),
    // It had not trained by then: it begins with what it was to go on with.
    'adjust-asked': ({ askedRun }, { changes }) =>
      askedRun ? { askedRun: { ...askedRun, settings: { ...askedRun.settings, ...changes } } } : {},
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
    // Of one that dies again and again over a run a person may want another network, or another backend.
    'engine-lost': ({ askedRun }, { goesOn, gone }) =>
      askedRun && goesOn && !gone ? { askedRun: { ...askedRun, isLost: true } } : NONE,
  },
};

/** Loaded anew, and by another engine, those of then are in use again. */
export const areAskedData = ({ settings, data }: AskedRun, state: DataSlice): boolean =>
  state.dataset.id === settings.dataset &&
  Object.entries(dataNow(state)).every(([name, value]) => data[name as keyof AskedData] === value);

function dataNow({ dataset, filesInUse }: DataSlice): AskedData {
  const { train, official } = dataset.status === 'ready' ? dataset : { train: 0, official: false };
  return { train, official, files: dataset.id === 'files' ? filesInUse : 0 };
}
