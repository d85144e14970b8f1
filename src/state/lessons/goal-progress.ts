import { isMostConfused, type Pair } from '../../metrics/most-confused';
import { LESSON_CONTROLS, type LessonGoal } from '../../model/lesson';
import { differIn, effectOf } from '../../model/settings';
import { planNetwork } from '../../model/shapes';
import type { RunRecord } from '../history/run-record';
import { shownReadings } from '../inspection/inspection-selectors';
import type { LabState } from '../lab-state';
import { controlOf, progressOf } from './lesson-selectors';
import type { OpenLesson } from './open-lesson';

type GoalOf<Kind extends LessonGoal['kind']> = Extract<LessonGoal, { kind: Kind }>;

/** A run that keeps to what the lesson sets, by the figures that goals ask for. */
interface CountedRun {
  readonly number: number;
  /** Of the part that the goal names, 0 to 1. */
  readonly accuracy: number;
  readonly parameters: number;
  readonly epochs: number;
}

/** How far the open lesson's goal is, by what figure. */
export type GoalProgress =
  | {
      readonly kind: 'accuracy';
      readonly isReached: boolean;
      /** The most accurate that keeps to the limits; else the most accurate that does not. */
      readonly best: (CountedRun & { readonly isWithinLimits: boolean }) | undefined;
    }
  | {
      readonly kind: 'confused';
      readonly isReached: boolean;
      readonly named: Pair | undefined;
      /** Something was read by which a pair can be judged. */
      readonly canJudge: boolean;
    }
  | { readonly kind: 'drawn'; readonly isReached: boolean; readonly right: number }
  | {
      readonly kind: 'gap';
      readonly isReached: boolean;
      /** Of the run with the least gap among those that are accurate enough; else of the last. */
      readonly best: { readonly gap: number; readonly accuracy: number } | undefined;
    }
  /** Points of accuracy, at most so far. */
  | { readonly kind: 'edited'; readonly isReached: boolean; readonly lost: number };

/** Of the open lesson; undefined without one. What was reached once stays reached. */
export function goalProgress(state: LabState): GoalProgress | undefined {
  const { lesson } = state;
  if (!lesson) return undefined;
  const { isReached } = progressOf(state);
  const now = progressTo(lesson.lesson.goal, lesson, state);
  return isReached ? { ...now, isReached } : now;
}

function progressTo(goal: LessonGoal, lesson: OpenLesson, state: LabState): GoalProgress {
  switch (goal.kind) {
    case 'accuracy':
      return accuracyProgress(goal, countedRuns(lesson, state.runs));
    case 'confused': {
      const { pair } = lesson;
      const canJudge = shownReadings(state) !== undefined;
      return { kind: 'confused', isReached: pair?.isRight === true, named: pair?.digits, canJudge };
    }
    case 'drawn': {
      const right = lesson.readRight.length;
      return { kind: 'drawn', isReached: right >= goal.digits, right };
    }
    case 'gap':
      return gapProgress(goal, countedRuns(lesson, state.runs));
    case 'edited': {
      const lost = 100 * lesson.mostLost;
      return { kind: 'edited', isReached: hair(lost) >= goal.points, lost };
    }
    default:
      return goal satisfies never;
  }
}

/** Runs that were trained since the lesson was opened, and whose settings are those that it locks and hides, from the first batch to the last. */
function countedRuns({ lesson, settings, runs: trained }: OpenLesson, runs: readonly RunRecord[]) {
  const held = LESSON_CONTROLS.filter(
    (name) => controlOf(lesson, name) !== 'open' && effectOf(name) !== 'place',
  );
  return runs.filter(
    (run) =>
      trained.includes(run.id) &&
      held.every((name) => !differIn(name, run.settings, settings)) &&
      run.changes.every(({ name }) => !held.includes(name)),
  );
}

function accuracyProgress(goal: GoalOf<'accuracy'>, runs: readonly RunRecord[]): GoalProgress {
  const read = runs.flatMap((run) => {
    const reading = run[goal.part];
    const planned = planNetwork(run.settings.network);
    if (!reading || !planned.ok) return [];
    const { parameters } = planned.plan;
    const isWithinLimits =
      parameters <= (goal.parameters ?? parameters) && run.epochs <= (goal.epochs ?? run.epochs);
    const accuracy = reading.right / reading.images;
    return [{ number: run.number, accuracy, parameters, epochs: run.epochs, isWithinLimits }];
  });
  const [best] = read.sort(
    (a, b) => Number(b.isWithinLimits) - Number(a.isWithinLimits) || b.accuracy - a.accuracy,
  );
  const isReached = best?.isWithinLimits === true && hair(100 * best.accuracy) >= goal.atLeast;
  return { kind: 'accuracy', isReached, best };
}

function gapProgress(goal: GoalOf<'gap'>, runs: readonly RunRecord[]): GoalProgress {
  const all = runs.flatMap((run) => {
    const gap = run.end === 'finished' ? lossGap(run) : undefined;
    const accuracy = run.validation && run.validation.right / run.validation.images;
    return gap === undefined || accuracy === undefined ? [] : [{ gap, accuracy }];
  });
  const accurate = all.filter(({ accuracy }) => hair(100 * accuracy) >= goal.atLeast);
  const least = accurate.toSorted((a, b) => a.gap - b.gap)[0];
  return { kind: 'gap', isReached: (least?.gap ?? Infinity) <= goal.atMost, best: least ?? all.at(-1) };
}

/** By how much the last validation loss is above the mean training loss of that epoch. */
function lossGap({ curves: { trainingLoss, validationLoss } }: RunRecord): number | undefined {
  const last = validationLoss.at(-1);
  const epoch = trainingLoss.filter((point) => point.epoch > validationLoss.length - 1);
  if (last === undefined || epoch.length === 0) return undefined;
  return last - epoch.reduce((sum, { value }) => sum + value, 0) / epoch.length;
}

/** A share in percent has lost a hair in its last digits. */
const hair = (percent: number) => percent + 1e-9;

/** Whether two digits are the most confused in the images in sight; undefined where nothing was read in these. */
export function judgePair(state: LabState, pair: Pair): boolean | undefined {
  const readings = shownReadings(state);
  return readings && isMostConfused(readings.evaluation.confusion, pair);
}
