import { needsOtherData } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
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
}

export type SessionEvent =
  | { readonly type: 'interrupted-found'; readonly saved: SavedRun }
  | { readonly type: 'interrupted-gone'; readonly run: RunId }
  | { readonly type: 'continue-asked' }
  /** The engine is asked for it. */
  | { readonly type: 'continuing' }
  /** It does not go on with it. */
  | { readonly type: 'continue-refused' };

/** The network that a run has left is kept, or it has left none: nothing is lost where the run can't go on any more. */
export interface RunSettled {
  readonly type: 'run-settled';
  readonly run: RunId;
}

type Heeded =
  | SessionEvent
  | Extract<EngineEvent, { type: 'checkpointed' | 'phase' | 'run-started' | 'run-continued' }>
  | SettingsChanged
  | EngineLost;

const NONE = { interrupted: undefined, isContinuing: false, isAsked: false };

export const sessionsSlice: Slice<SessionsSlice, Heeded, { readonly run: RunState } & SettingsSlice> = {
  initial: () => ({ ...NONE, standing: undefined }),
  on: {
    checkpointed: ({ run }, { checkpoint }) => ({ standing: savedRun(checkpoint, run) }),
    phase: (_, { phase }) => (isActive(phase) ? {} : { standing: undefined }),
    'interrupted-found': (_, { saved }) => ({ ...NONE, interrupted: saved }),
    'interrupted-gone': ({ interrupted }, { run }) => (interrupted?.checkpoint.run === run ? NONE : {}),
    // Of other data than its own it can't go on.
    'settings-changed'({ interrupted, settings }, { patch }) {
      const own = interrupted?.checkpoint.settings;
      return own && needsOtherData(own, { ...settings, ...patch }) ? { isContinuing: false } : {};
    },
    // A person has begun another.
    'run-started': () => ({ isContinuing: false, isAsked: false }),
    'continue-asked': () => ({ isContinuing: true }),
    continuing: () => ({ isContinuing: false, isAsked: true }),
    'continue-refused': () => ({ isAsked: false }),
    'run-continued': ({ standing, interrupted }, { run }) => ({
      ...NONE,
      // Of one that goes on after a failure of the device it is what it was.
      standing: [interrupted, standing].find((saved) => saved?.checkpoint.run === run),
    }),
    'engine-lost'({ run, standing, isContinuing, isAsked }, { goesOn }) {
      if (!standing || !isActive(run.phase)) return { isContinuing: isContinuing || isAsked, isAsked: false };
      const interrupted = withChanges(standing, run.changes);
      return { interrupted, isContinuing: goesOn, isAsked: false, standing: undefined };
    },
  },
};
