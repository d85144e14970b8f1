import { CHOICES, type ChoiceName, type Effect, NUMBERS, type NumberName } from './setting-tables';
import { isHeeded } from './settings-difference';
import { MOST_TRIALS, roundsOf, type Sweep, trialCount, trialsOf } from './sweep';

/** Settings that can be chosen by validation: where the images stay those that they are, whatever is chosen. */
function isSweepable(effect: Effect): boolean {
  switch (effect) {
    case 'architecture':
    case 'start':
    case 'start-if-normal':
    case 'training':
    case 'velocity':
    case 'moments':
    case 'squares':
    case 'cycle':
    case 'warm-up':
      return true;
    case 'data':
    case 'drawn-digits':
    case 'mixture':
    case 'place':
      return false;
    default:
      return effect satisfies never;
  }
}

const named = <Name extends string>(table: Record<Name, { readonly effect: Effect }>): Name[] =>
  (Object.keys(table) as Name[]).filter((name) => isSweepable(table[name].effect));

/** What can be swept, in the order of the tables. */
export const SWEPT_NUMBERS: readonly NumberName[] = named(NUMBERS);
export const SWEPT_CHOICES: readonly ChoiceName[] = named(CHOICES);

/**
 * Why a sweep can't be trained.
 * - `halved-epochs`: the rounds of halving say how many epochs there are
 * - `unheeded`: a setting that none of its runs heeds, such as the momentum of Adam
 */
type SweepProblem = 'no-axes' | 'no-options' | 'from-above-to' | 'halved-epochs' | 'too-many' | 'unheeded';

export function sweepProblem(sweep: Sweep): SweepProblem | undefined {
  const { axes, halving } = sweep;
  if (axes.length === 0) return 'no-axes';
  if (axes.some((axis) => 'options' in axis && axis.options.length === 0)) return 'no-options';
  if (axes.some((axis) => 'from' in axis && axis.from > axis.to)) return 'from-above-to';
  if (halving && axes.some(({ setting }) => setting === 'epochs')) return 'halved-epochs';
  if (trialCount(sweep) > MOST_TRIALS) return 'too-many';
  const trials = trialsOf(sweep);
  return axes.every(({ setting }) => trials.some((trial) => isHeeded(setting, trial)))
    ? undefined
    : 'unheeded';
}

/** What a sweep without a problem takes. */
interface SweepWork {
  readonly runs: number;
  /** How many runs of how many epochs; with halving, round by round. */
  readonly parts: readonly { readonly epochs: number; readonly runs: number }[];
  /** That are read in training, over all runs; as if every trial of a round had as many as they have on average. */
  readonly images: number;
}

/** @param available - training images of the data in use */
export function workOf(sweep: Sweep, available: number): SweepWork {
  const trials = trialsOf(sweep);
  const rounds = roundsOf(sweep, trials.length);
  const epochs = sweep.halving
    ? rounds.flatMap((round) => Array.from({ length: round.trials }, () => round.epochs))
    : trials.map((trial) => trial.epochs);
  const counts = new Map<number, number>();
  for (const one of epochs) counts.set(one, (counts.get(one) ?? 0) + 1);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const images = sum(trials.map((trial) => Math.min(trial.trainingImages, available))) / trials.length;
  return {
    runs: epochs.length,
    parts: [...counts].map(([count, runs]) => ({ epochs: count, runs })),
    images: images * sum(epochs),
  };
}
