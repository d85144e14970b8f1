import { settingsProblem } from '../../model/settings-problem';
import { nextTrial, type Sweep } from '../../model/sweep';
import { sweepProblem } from '../../model/sweep-plan';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import { classesInUse } from '../data/class-selectors';
import type { EngineLost } from '../engine/engine-slice';
import type { ExperimentsSet, ExperimentsSlice } from '../experiments/experiments-slice';
import type { HistorySlice } from '../history/history-slice';
import { changesOfPlace, changesTo, endOf, trainerOn, trainWith } from '../run/in-turn';
import type { Startable } from '../run/run-selectors';
import { hasGivenUp, isToGoOn, type Sessions } from '../sessions/sessions-selectors';
import type { RunAsked, SessionEvent } from '../sessions/sessions-slice';
import type { SettingsChanged } from '../settings/settings-slice';
import { canSweep, isOnItsData, runningSweep, sweepUnderWay } from './sweeps-selectors';
import {
  halted,
  kindOf,
  type SweepKind,
  type SweepSet,
  type SweepState,
  type SweepsSlice,
  type TrialResult,
} from './sweeps-slice';
import { trialResult } from './trial-result';

interface SweepsActions {
  /**
   * Trains the runs of a sweep, one after the other. It takes the place of the last of its kind; experiments that wait
   * are given up. Ignored while a run is active, and where the sweep has a problem.
   */
  startSweep(sweep: Sweep): void;
  /** The run under way ends and gives no result, but for one that is at its test; all that are over keep theirs. */
  pauseSweep(): void;
  /** Goes on with the run that gave no result. Ignored while a run is active. */
  resumeSweep(kind: SweepKind): void;
  /**
   * Shows what a sweep has found that was trained elsewhere, in the place of the last of its kind; what it lacks can be
   * trained here. Ignored while a run is active.
   */
  showSweep(sweep: Sweep, results: readonly TrialResult[]): void;
  /** Ends it, and forgets its results; the runs stay in the list. */
  dropSweep(kind: SweepKind): void;
}

type State = SweepsSlice & ExperimentsSlice & HistorySlice & Sessions & Startable;
type Followed = Extract<EngineEvent, { type: 'phase' }> | EngineLost;

export function controlSweeps(
  context: ActionContext<State, SweepSet | ExperimentsSet | SettingsChanged | SessionEvent | RunAsked>,
): Controller<SweepsActions, Followed, State> {
  const { state, dispatch } = context;
  const trainer = trainerOn(context);
  const put = (kind: SweepKind, sweep: SweepState | undefined) =>
    dispatch({ type: 'sweep-set', kind, sweep });

  function next(kind: SweepKind, sweep: SweepState): void {
    const found = nextTrial(sweep.sweep, sweep.results);
    if (!found) {
      leave(kind, { ...sweep, status: 'done' });
      return;
    }
    const { settings, ...underWay } = found;
    if (settingsProblem(settings, classesInUse(state()))) {
      next(kind, { ...sweep, results: [...sweep.results, trialResult(underWay, undefined)] });
      return;
    }
    put(kind, { ...sweep, status: 'running', underWay });
    const elsewhere = changesOfPlace(state().settings, settings);
    if (Object.keys(elsewhere).length > 0) trainer.change(elsewhere);
    const areItsData = isOnItsData(state(), sweep);
    if (!areItsData || !trainWith(trainer, state().settings, settings)) leave(kind, halted(sweep));
  }

  /** Nothing of it is under way, and the controls show again what they did before it. */
  function leave(kind: SweepKind, sweep: SweepState): void {
    put(kind, { ...sweep, underWay: undefined, left: state().run.id });
    restoreBase(sweep);
  }

  /** But for the data: no run of it changes them, so that others are what a person has chosen. */
  function restoreBase({ sweep: { base } }: SweepState): void {
    const { settings } = state();
    trainer.change(changesTo(settings, { ...base, dataset: settings.dataset }));
  }

  function newSweep(sweep: Sweep): Omit<SweepState, 'status'> {
    const { runs, lastSweepNumber } = state();
    // Runs of a visit before may be in the list.
    const number = Math.max(lastSweepNumber, ...runs.map((run) => run.sweep?.number ?? 0)) + 1;
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
    return { sweep, id, number, results: [], underWay: undefined, left: undefined, files: undefined };
  }

  function dropExperiments(): void {
    const { experiments } = state();
    if (!experiments || experiments.waiting.length === 0) return;
    dispatch({ type: 'experiments-set', experiments: { ...experiments, waiting: [] } });
  }

  function go(kind: SweepKind, sweep: SweepState): void {
    dropExperiments();
    if (isToGoOn(state())) dispatch({ type: 'continue-withdrawn' });
    next(kind, { ...sweep, status: 'running', files: sweep.files ?? state().filesInUse });
  }

  // Whatever runs next is none of its runs.
  context.subscribe((now, before) => {
    const found = hasGivenUp(now, before) ? sweepUnderWay(now) : undefined;
    if (found) leave(found.kind, halted(found.sweep));
  });

  return {
    actions: {
      startSweep(sweep) {
        if (!canSweep(state()) || sweepProblem(sweep)) return;
        go(kindOf(sweep), { ...newSweep(sweep), status: 'running' });
      },
      pauseSweep() {
        const found = runningSweep(state());
        if (!found) return;
        // The engine has died, and its run waits for another.
        if (isToGoOn(state())) {
          dispatch({ type: 'continue-withdrawn' });
          return;
        }
        put(found.kind, halted(found.sweep));
        // One that has come to its test has trained all it was to: its result counts.
        if (state().run.phase !== 'testing') trainer.stop();
      },
      resumeSweep(kind) {
        const sweep = state().sweeps[kind];
        if (sweep?.status === 'paused' && canSweep(state())) go(kind, sweep);
      },
      showSweep(sweep, results) {
        if (!canSweep(state()) || sweepProblem(sweep)) return;
        const status = nextTrial(sweep, results) ? 'paused' : 'done';
        put(kindOf(sweep), { ...newSweep(sweep), results, status });
      },
      dropSweep(kind) {
        const sweep = state().sweeps[kind];
        if (!sweep) return;
        put(kind, undefined);
        if (!sweep.underWay) return;
        trainer.stop();
        restoreBase(sweep);
      },
    },
    after: {
      phase({ phase }, before) {
        const end = endOf(before.run.phase, phase);
        const found = sweepUnderWay(state());
        if (!end || !found?.sweep.underWay) return;
        const { kind, sweep } = found;
        if (end === 'given-up') {
          leave(kind, halted(sweep));
          return;
        }
        const { runs } = state();
        const record = runs === before.runs ? undefined : runs.at(-1);
        // One that a person has changed while it trained says nothing about its trial, which is trained once more.
        const isOwn = !record || record.changes.length === 0;
        const results = isOwn ? [...sweep.results, trialResult(found.sweep.underWay, record)] : sweep.results;
        // One that was paused too late to stop its run keeps the result.
        if (sweep.status === 'running') next(kind, { ...sweep, results });
        else leave(kind, { ...sweep, results });
      },
      'engine-lost'(_, before) {
        const found = sweepUnderWay(before);
        // Where its run goes on, so does the sweep.
        if (found && !sweepUnderWay(state())) restoreBase(found.sweep);
      },
    },
  };
}
