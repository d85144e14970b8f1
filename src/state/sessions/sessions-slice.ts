import { needsOtherData, type Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { RunChange } from '../../protocol/run';
import type { EngineLost } from '../engine/engine-slice';
import { isActive, type RunState } from '../run/run-state';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import type { Slice } from '../slice';
import { type SavedRun, savedRun, withChanges } from './saved-run';

export interface SessionsSlice {
  /** Where the run under way stood last, and all that it had told by then. */
  readonly standing: SavedRun | undefined;
  /** A run of before that can go on; undefined while there is none, or it is known no more. */
  readonly interrupted: SavedRun | undefined;
  /** It is to go on as soon as its data and its network are there. */
  readonly isContinuing: boolean;
  /** The engine has been asked for it. */
  readonly isAsked: boolean;
  /** When it was last to go on, another tab was at work on it. */
  readonly isElsewhere: boolean;
  /** A person wants the run under way to pause or stop, which it may not have heard yet. */
  readonly isHalting: boolean;
}

export type SessionEvent =
  | { readonly type: 'interrupted-found'; readonly saved: SavedRun }
  | { readonly type: 'interrupted-gone'; readonly run: RunId }
  | { readonly type: 'continue-asked' }
  /** The engine is asked for it. @param saved - as it stands by now */
  | { readonly type: 'continuing'; readonly saved: SavedRun }
  /** It does not go on with it. */
  | { readonly type: 'continue-refused' }
  /** It is not to go on by itself any more. */
  | { readonly type: 'continue-withdrawn' }
  /** Another tab is at work on it. */
  | { readonly type: 'continued-elsewhere' }
  | HaltAsked;

/** A person has asked the run under way to pause or stop, or after that to go on. */
export interface HaltAsked {
  readonly type: 'halt-asked';
  readonly isHalting: boolean;
  /** Also where none is under way: of the one that begins now. */
  readonly isBeginning?: boolean;
}

/** The engine is asked to train. */
export interface RunAsked {
  readonly type: 'run-asked';
  readonly settings: Settings;
  /** That the run takes on by itself. */
  readonly changes: readonly RunChange[];
}

/** The network that a run has left is kept, or it has left none: nothing is lost where the run can't go on any more. */
export interface RunSettled {
  readonly type: 'run-settled';
  readonly run: RunId;
}

type Heeded =
  | SessionEvent
  | RunAsked
  | Extract<EngineEvent, { type: 'checkpointed' | 'phase' | 'run-started' | 'run-continued' }>
  | SettingsChanged
  | EngineLost;

const NONE = { interrupted: undefined, isContinuing: false, isAsked: false, isElsewhere: false };

export const sessionsSlice: Slice<SessionsSlice, Heeded, { readonly run: RunState } & SettingsSlice> = {
  initial: () => ({ ...NONE, standing: undefined, isHalting: false }),
  on: {
    checkpointed: ({ run }, { checkpoint }) => ({ standing: savedRun(checkpoint, run) }),
    phase({ run, isAsked }, { phase }) {
      if (isActive(phase)) return {};
      // One that could not be built; an untrained network that follows the controls is idle too.
      return { standing: undefined, isAsked: isAsked && !isActive(run.phase), isHalting: false };
    },
    'interrupted-found': (_, { saved }) => ({ ...NONE, interrupted: saved }),
    'interrupted-gone': ({ interrupted }, { run }) => (interrupted?.checkpoint.run === run ? NONE : {}),
    // Of other data than its own it can't go on.
    'settings-changed'({ interrupted, settings }, { patch }) {
      const own = interrupted?.checkpoint.settings;
      return own && needsOtherData(own, { ...settings, ...patch }) ? { isContinuing: false } : {};
    },
    'run-asked': () => ({ isHalting: false }),
    // A person has begun another.
    'run-started': () => ({ isContinuing: false, isAsked: false }),
    // Also of a run that is only being built. Where none is under way, there is nothing to remember.
    'halt-asked': ({ run }, { isHalting, isBeginning = false }) => ({
      isHalting: isHalting && (isBeginning || isActive(run.phase)),
    }),
    'continue-asked': () => ({ isContinuing: true, isElsewhere: false }),
    continuing: (_, { saved }) => ({ isContinuing: false, isAsked: true, interrupted: saved }),
    'continue-refused': () => ({ isAsked: false }),
    'continue-withdrawn': () => ({ isContinuing: false, isAsked: false }),
    'continued-elsewhere': () => ({ isContinuing: false, isAsked: false, isElsewhere: true }),
    'run-continued': ({ standing, interrupted }, { run }) => ({
      ...NONE,
      // Of one that goes on after a failure of the device it is what it was.
      standing: [interrupted, standing].find((saved) => saved?.checkpoint.run === run),
    }),
    'engine-lost'({ run, standing, isContinuing, isAsked, isHalting }, { goesOn }) {
      if (!standing || !isActive(run.phase)) {
        return { isContinuing: (isContinuing || isAsked) && !isHalting, isAsked: false, isHalting: false };
      }
      const interrupted = withChanges(standing, run.changes);
      return { interrupted, isContinuing: goesOn, isAsked: false, isHalting: false, standing: undefined };
    },
  },
};
