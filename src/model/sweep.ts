import { RandomStream } from './random';
import { CHOICES, type ChoiceName, NUMBERS, type NumberName, SEED } from './setting-tables';
import type { Settings } from './settings';

/** What a sweep tries of one setting. */
export type SweepAxis =
  /** Numbers from one to another: evenly in the setting's own scale, or drawn in it. */
  | { readonly setting: NumberName; readonly from: number; readonly to: number; readonly steps: number }
  | { readonly setting: ChoiceName; readonly options: readonly string[] }
  /** The base's seed and those that follow it; after the last the first. */
  | { readonly setting: 'seed'; readonly count: number };

/** Runs that differ in some settings, to find what validates best. */
export interface Sweep {
  /** What all have in common. */
  readonly base: Settings;
  readonly axes: readonly SweepAxis[];
  /** Every combination of the axes' values, or so many of them drawn at random, none twice. */
  readonly method: 'grid' | 'random';
  readonly draws: number;
  /** Begins with few epochs for all, and goes on with more for the better ones. */
  readonly halving: boolean;
}

/** One run of a sweep: the settings of this number, in this round. */
export interface SweepTrial {
  readonly trial: number;
  readonly round: number;
}

export interface SweepResult extends SweepTrial {
  /** Of the validation images, 0 to 1; undefined where the run failed. */
  readonly accuracy: number | undefined;
}

/** More would take a day. */
export const MOST_TRIALS = 64;

/**
 * Successive halving (Jamieson & Talwalkar 2016; with 3 as in Li et al. 2018): from a round to the next, a third of the
 * trials go on, with three times the epochs.
 */
const HALVING = 3;

/** How many trials that makes, without a limit; 0 where an axis has no value. Of draws no more than there are combinations. */
export const trialCount = (sweep: Sweep): number => {
  const { axes, method, base } = sweep;
  const combinations = axes.reduce((count, axis) => count * valuesOf(axis, base).length, 1);
  return method === 'grid' || combinations === 0 ? combinations : drawsOf(sweep).length;
};

/** The settings of each trial, with all epochs. @throws RangeError for a setting's value that it does not have */
export function trialsOf(sweep: Sweep): Settings[] {
  const changes = sweep.method === 'grid' ? gridOf(sweep) : drawsOf(sweep);
  return changes.slice(0, MOST_TRIALS).map((change) => ({ ...sweep.base, ...change }));
}

type Change = Partial<Settings>;

function gridOf({ axes, base }: Sweep): Change[] {
  return axes.reduce<Change[]>(
    (changes, axis) =>
      changes.flatMap((change) => valuesOf(axis, base).map((value) => ({ ...change, ...value }))),
    [{}],
  );
}

/** After so many draws in a row that were there before, there is hardly another. */
const MOST_MISSES = 1000;

function drawsOf({ axes, draws, base }: Sweep): Change[] {
  const wanted = Math.min(
    draws,
    axes.reduce((count, axis) => count * possible(axis), 1),
  );
  const drawn = new Map<string, Change>();
  let misses = 0;
  for (let draw = 0; drawn.size < wanted && misses < MOST_MISSES; draw++) {
    const random = new RandomStream(base.seed, 'sweep', draw);
    const change: Change = Object.assign({}, ...axes.map((axis) => drawnFrom(axis, base, random)));
    const key = JSON.stringify(change);
    misses = drawn.has(key) ? misses + 1 : 0;
    if (misses === 0) drawn.set(key, change);
  }
  return [...drawn.values()];
}

/** How many values can be drawn of an axis; of numbers that are not whole as if they had no end. */
function possible(axis: SweepAxis): number {
  if ('options' in axis) return axis.options.length;
  if ('count' in axis) return axis.count;
  const { setting, from, to } = axis;
  if (from === to) return 1;
  return NUMBERS[setting].whole ? Math.round(to) - Math.round(from) + 1 : Number.POSITIVE_INFINITY;
}

/** The values of an axis, as settings; none twice. */
function valuesOf(axis: SweepAxis, base: Settings): Change[] {
  if ('options' in axis) return axis.options.map((option) => choiceOf(axis.setting, option));
  if ('count' in axis) return Array.from({ length: axis.count }, (_, i) => seedAfter(base, i));
  const { steps } = axis;
  const shares = Array.from({ length: steps }, (_, i) => (steps === 1 ? 0 : i / (steps - 1)));
  // Whole numbers close to each other are rounded to the same.
  return [...new Set(shares.map((share) => numberAt(axis, share)))].map((value) => ({
    [axis.setting]: value,
  }));
}

function drawnFrom(axis: SweepAxis, base: Settings, random: RandomStream): Change {
  if ('options' in axis) {
    return choiceOf(axis.setting, axis.options[random.below(axis.options.length)] ?? '');
  }
  if ('count' in axis) return seedAfter(base, random.below(axis.count));
  return { [axis.setting]: numberAt(axis, random.uniform()) };
}

const seedAfter = ({ seed }: Settings, steps: number): Change => ({ seed: (seed + steps) % (SEED.max + 1) });

function choiceOf(setting: ChoiceName, option: string): Change {
  const options: readonly string[] = CHOICES[setting].options;
  if (!options.includes(option)) throw new RangeError(`${setting} is never ${option}`);
  return { [setting]: option };
}

/** @param share - of the way, 0 to 1 */
function numberAt({ setting, from, to }: Extract<SweepAxis, { from: number }>, share: number): number {
  const { scale, whole, min, max } = NUMBERS[setting];
  const isLog = scale === 'log' && from > 0 && to > 0;
  const exact = isLog ? from * (to / from) ** share : from + (to - from) * share;
  // Three digits tell runs apart, and can be read.
  const readable = whole ? Math.round(exact) : Number(exact.toPrecision(3));
  return Math.min(max, Math.max(min, readable));
}

/** Epochs, and how many trials, of each round. Without halving there is one, in which a trial may have other epochs. */
export function roundsOf({ base, halving }: Sweep, trials: number): { epochs: number; trials: number }[] {
  const rounds = [{ epochs: base.epochs, trials }];
  while (halving && (rounds[0]?.epochs ?? 0) > 1 && trials / HALVING ** rounds.length >= 1) {
    const later = rounds[0] as (typeof rounds)[number];
    rounds.unshift({ epochs: Math.ceil(later.epochs / HALVING), trials });
  }
  return rounds.map(({ epochs }, round) => ({ epochs, trials: Math.ceil(trials / HALVING ** round) }));
}

/** What is to be trained next, in whatever order results came; undefined when all is done. */
export function nextTrial(
  sweep: Sweep,
  results: readonly SweepResult[],
): (SweepTrial & { readonly settings: Settings }) | undefined {
  const all = trialsOf(sweep);
  const rounds = roundsOf(sweep, all.length);
  let standing = all.map((_, trial) => trial);
  for (const [round, { epochs }] of rounds.entries()) {
    const own = new Map(
      results.flatMap((result) => (result.round === round ? [[result.trial, result.accuracy]] : [])),
    );
    const trial = standing.find((one) => !own.has(one));
    if (trial !== undefined) {
      const settings = all[trial] as Settings;
      return { trial, round, settings: sweep.halving ? { ...settings, epochs } : settings };
    }
    const accuracy = (one: number) => own.get(one) ?? -1;
    standing = standing
      .toSorted((a, b) => accuracy(b) - accuracy(a) || a - b)
      .slice(0, rounds[round + 1]?.trials ?? 0)
      .toSorted((a, b) => a - b);
  }
  return undefined;
}
