import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { RunRecord } from '../history/run-record';
import { changesTo, trainerOn } from '../run/in-turn';
import type { Startable } from '../run/run-selectors';
import { isActive } from '../run/run-state';
import { hasGivenUp, type Sessions } from '../sessions/sessions-selectors';
import type { HaltAsked, RunAsked } from '../sessions/sessions-slice';
import type { SettingsChanged } from '../settings/settings-slice';
import type { SweepsSlice } from '../sweeps/sweeps-slice';
import { ExperimentRunner, repeatOf } from './experiment-runner';
import { experimentBase } from './experiments-selectors';
import type { ExperimentsSet, ExperimentsSlice } from './experiments-slice';

interface ExperimentsActions {
  /**
   * Trains with each of these settings, one after the other, to be compared with the base. With none, the base alone
   * becomes another. Ignored while a run is active.
   */
  experiment(base: Settings, runs: readonly Settings[]): void;
  /** The experiments that wait are given up, and the run under way is stopped. */
  stopExperiments(): void;
  /** The settings of a run before, to train with them again. */
  restore(settings: Settings): void;
  /**
   * Trains with the settings of a run before, on the same backend and step, and with what was changed on its way: the same
   * curves, point for point.
   */
  trainAgain(run: Pick<RunRecord, 'settings' | 'changes'>): void;
}

type State = ExperimentsSlice & SweepsSlice & Sessions & Startable;
type PhaseTold = Extract<EngineEvent, { type: 'phase' }>;

export function controlExperiments(
  context: ActionContext<State, ExperimentsSet | SettingsChanged | HaltAsked | RunAsked>,
): Controller<ExperimentsActions, PhaseTold, State> {
  const { state, dispatch } = context;
  const trainer = trainerOn(context);
  const { change } = trainer;
  const runner = new ExperimentRunner({
    ...trainer,
    state,
    put: (experiments) => dispatch({ type: 'experiments-set', experiments }),
  });
  // Those that wait are to follow a run that does not begin or go on any more.
  context.subscribe((now, before) => {
    if (hasGivenUp(now, before)) runner.drop();
  });
  return {
    actions: {
      experiment: (base, runs) => runner.start(base, runs),
      stopExperiments: () => runner.stop(),
      trainAgain({ settings, changes }) {
        if (isActive(state().run.phase)) return;
        const base = experimentBase(state());
        change(repeatOf(state().settings, settings));
        runner.start(base, []);
        if (trainer.canStart()) trainer.train(changes);
      },
      restore: (settings) => change(changesTo(state().settings, settings)),
    },
    after: {
      phase: ({ phase }, before) => runner.phaseChanged(before.run.phase, phase),
    },
  };
}
