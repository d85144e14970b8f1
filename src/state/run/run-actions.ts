import type { LiveSettings } from '../../model/settings';
import type { ActionContext, Controller } from '../controller';
import { openPatch } from '../lessons/lesson-selectors';
import type { LessonSlice } from '../lessons/open-lesson';
import type { HaltAsked, RunAsked } from '../sessions/sessions-slice';
import type { SettingsChanged } from '../settings/settings-slice';
import { askForRun } from './ask-for-run';
import { halt } from './halt';
import { takesChanges } from './run-changes';
import { canStart, type Startable } from './run-selectors';
import type { AdjustAsked } from './run-slice';

interface RunActions {
  train(): void;
  pause(): void;
  resume(): void;
  step(): void;
  stop(): void;
  /** Sets what a run under way takes on from its next batch on, and the next run begins with. */
  adjust(changes: Partial<LiveSettings>): void;
}

export function controlRun(
  context: ActionContext<Startable & LessonSlice, SettingsChanged | AdjustAsked | HaltAsked | RunAsked>,
): Controller<RunActions> {
  const { state, dispatch, engine } = context;
  return {
    actions: {
      train() {
        if (canStart(state())) askForRun(context, state().settings);
      },
      pause: () => halt(context, 'pause'),
      resume() {
        dispatch({ type: 'halt-asked', isHalting: false });
        engine.ask('resume');
      },
      step() {
        if (state().run.phase !== 'paused' && !canStart(state())) return;
        // After its batch it pauses: should the engine die before that, it does not go on all the same.
        dispatch({ type: 'halt-asked', isHalting: true, isBeginning: true });
        engine.ask('step', state().settings);
      },
      stop: () => halt(context, 'stop'),
      adjust(asked) {
        const changes = openPatch(state(), asked);
        dispatch({ type: 'settings-changed', patch: changes });
        if (!takesChanges(state().run.phase)) return;
        dispatch({ type: 'adjust-asked', changes });
        engine.ask('adjust', changes);
      },
    },
  };
}
