import type { RunId } from '../../protocol/history';
import type { Slice } from '../slice';
import type { SavedRun } from './saved-run';

export interface SessionsSlice {
  /** A run of before that can go on; undefined while there is none, or it is known no more. */
  readonly interrupted: SavedRun | undefined;
  /** It is to go on as soon as its data and its network are there. */
  readonly isContinuing: boolean;
}

export type SessionEvent =
  | { readonly type: 'interrupted-found'; readonly saved: SavedRun }
  | { readonly type: 'interrupted-gone'; readonly run: RunId }
  | { readonly type: 'continue-asked' }
  /** The engine is asked for it. */
  | { readonly type: 'continuing' };

type Heeded = SessionEvent | { readonly type: 'run-continued'; readonly run: RunId };

const NONE: SessionsSlice = { interrupted: undefined, isContinuing: false };

export const sessionsSlice: Slice<SessionsSlice, Heeded> = {
  initial: () => NONE,
  on: {
    'interrupted-found': (_, { saved }) => ({ interrupted: saved, isContinuing: false }),
    'interrupted-gone': ({ interrupted }, { run }) => (interrupted?.checkpoint.run === run ? NONE : {}),
    'continue-asked': () => ({ isContinuing: true }),
    continuing: () => ({ isContinuing: false }),
    'run-continued': () => NONE,
  },
};
