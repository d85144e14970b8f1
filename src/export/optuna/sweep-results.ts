import { z } from 'zod';
import { keptSettingsSchema } from '../../model/kept-settings';
import { CHOICES, NUMBERS, SEED } from '../../model/settings';
import { MOST_TRIALS, roundsOf, type Sweep, trialsOf } from '../../model/sweep';
import { SWEPT_CHOICES, SWEPT_NUMBERS, sweepProblem } from '../../model/sweep-plan';
import { type Refuse, refusing } from '../read/network-file-error';

/** What was found of a trial elsewhere. */
interface FoundResult {
  readonly trial: number;
  readonly round: number;
  /** Of the validation images; undefined where the run failed. */
  readonly validation: { readonly right: number; readonly images: number } | undefined;
}

interface SweepResults {
  readonly sweep: Sweep;
  /** In the order of rounds and trials, none twice. */
  readonly results: readonly FoundResult[];
}

/** Characters: of 64 trials with long settings it has a fiftieth. */
const LONGEST = 1_000_000;
const MOST_IMAGES = 1_000_000;

const count = (least: number, most: number) => z.number().int().min(least).max(most);

const numberAxis = z
  .strictObject({
    setting: z.enum(SWEPT_NUMBERS),
    from: z.number(),
    to: z.number(),
    steps: count(1, MOST_TRIALS),
  })
  .refine(({ setting, from, to }) => {
    const { min, max } = NUMBERS[setting];
    return from >= min && to <= max;
  });
const choiceAxis = z
  .strictObject({ setting: z.enum(SWEPT_CHOICES), options: z.array(z.string()).max(MOST_TRIALS) })
  .refine(({ setting, options }) => {
    const known: readonly string[] = CHOICES[setting].options;
    return options.every((option) => known.includes(option));
  });
const seedAxis = z.strictObject({
  setting: z.literal('seed'),
  count: count(1, Math.min(MOST_TRIALS, SEED.max)),
});

const schema = z.strictObject({
  format: z.literal('digit-lab sweep results 1'),
  sweep: z.strictObject({
    base: keptSettingsSchema,
    axes: z
      .array(z.union([numberAxis, choiceAxis, seedAxis]))
      .max(SWEPT_NUMBERS.length + SWEPT_CHOICES.length + 1),
    method: z.enum(['grid', 'random']),
    draws: count(1, MOST_TRIALS),
    halving: z.boolean(),
  }),
  results: z
    .array(
      z
        .strictObject({
          trial: count(0, MOST_TRIALS - 1),
          round: count(0, MOST_TRIALS - 1),
          right: count(0, MOST_IMAGES).nullable(),
          images: count(1, MOST_IMAGES).nullable(),
        })
        .refine(
          ({ right, images }) => (right === null) === (images === null) && (right ?? 0) <= (images ?? 0),
        ),
    )
    .max(2 * MOST_TRIALS),
});

/**
 * What a sweep has found that was trained elsewhere, by the program that optuna.ts writes.
 * @throws NetworkFileError: 'impossible' of a 'sweep' that the lab could not train, and of 'results' that are not its
 */
export function readSweepResults(file: string, text: string): SweepResults {
  const refuse = refusing(file);
  const { sweep, results } = parsed(text, refuse);
  if (new Set(sweep.axes.map(({ setting }) => setting)).size < sweep.axes.length || sweepProblem(sweep)) {
    throw refuse('impossible', 'sweep');
  }
  const rounds = roundsOf(sweep, trialsOf(sweep).length);
  const trials = trialsOf(sweep).length;
  const keys = new Set(results.map(({ round, trial }) => `${round} ${trial}`));
  const areIts = results.every(({ round, trial }) => round < rounds.length && trial < trials);
  if (keys.size < results.length || !areIts) throw refuse('impossible', 'results');
  return {
    sweep,
    results: results.map(({ trial, round, right, images }) => ({
      trial,
      round,
      validation: right === null || images === null ? undefined : { right, images },
    })),
  };
}

function parsed(text: string, refuse: Refuse): z.infer<typeof schema> {
  if (text.length > LONGEST) throw refuse('too-large', '');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw refuse('damaged', '');
  }
}
