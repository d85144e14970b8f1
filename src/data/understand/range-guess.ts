import { type DataPlace, refusal } from '../dataset.ts';
import { joinRanges, type ValueRange } from '../value-range.ts';
import type { Because, Choices, GuessOf } from './choices.ts';
import type { ImageStack } from './image-stack.ts';

/** What makes 0 to 255 of the values of a set: byte = (value − offset) · factor, rounded. */
export interface RangeMap {
  readonly offset: number;
  readonly factor: number;
}

interface SetGuess {
  readonly value: Choices['range'];
  readonly because: Because;
}

/** Below this, values up to 255 have no white: they use another scale, such as 0 to 16. */
const LEAST_WHITE = 64;
/** Above this, values up to 1 are shares of white. */
const LEAST_SHARE = 0.2;
/** What is left of 255 when it was divided by 255 twice, with some room for rounding. */
const TWICE = 1.02 / 255;

function guessSet({ range: { least, most } }: ImageStack): SetGuess {
  // All one value: nothing can be brought to 0 to 255.
  const isFlat = !(most > least);
  if (least >= 0 && most <= 255 && (most >= LEAST_WHITE || isFlat) && !(isFlat && most <= 1 && most > 0)) {
    return { value: 'bytes', because: 'range-bytes' };
  }
  if (least >= 0 && most <= 1 && most >= LEAST_SHARE) return { value: 'unit', because: 'range-unit' };
  return { value: 'own', because: least >= 0 && most <= TWICE ? 'range-twice' : 'range-own' };
}

interface RangesGuess {
  readonly guess: GuessOf<'range'>;
  /** Of the values of both sets as they were given. */
  readonly range: ValueRange;
  /** One a set. */
  readonly maps: readonly RangeMap[];
}

/** Judged set by set: one may have been divided, and the other not. @throws DataError not-finite */
export function guessRange(
  stacks: readonly ImageStack[],
  places: readonly DataPlace[],
  chosen?: Choices['range'],
): RangesGuess {
  for (const [i, { range }] of stacks.entries()) {
    if (Number.isFinite(range.least) && Number.isFinite(range.most)) continue;
    throw refusal('not-finite', places[i] as DataPlace);
  }
  const guesses = stacks.map(
    (stack): SetGuess => (chosen ? { value: chosen, because: `range-${chosen}` } : guessSet(stack)),
  );
  const range = stacks.map((stack) => stack.range).reduce(joinRanges);
  // What is said is what was done: of two sets, that to which something was.
  const shown = guesses.find(({ value }) => value !== 'bytes') ?? (guesses[0] as SetGuess);
  const own = ownRange(stacks, guesses);
  const maps = guesses.map(({ value }, i) => mapOf(value, own[i] as ValueRange));
  const shownRange = stacks[guesses.indexOf(shown)]?.range ?? range;
  const found = { least: short(shownRange.least), most: short(shownRange.most) };
  const options = ['bytes', 'unit', 'own'] as const;
  return { guess: { id: 'range', ...shown, options, found }, range, maps };
}

/** Sets of about the same range share it, so that a grey means the same in both. */
function ownRange(stacks: readonly ImageStack[], guesses: readonly SetGuess[]): ValueRange[] {
  const shared = stacks.map(({ range }) => range).reduce(joinRanges);
  const span = ({ least, most }: ValueRange) => most - least;
  const areAlike = stacks.every(
    (stack, i) => guesses[i]?.value === 'own' && span(stack.range) > span(shared) / 2,
  );
  return stacks.map(({ range }) => (areAlike ? shared : range));
}

function mapOf(choice: Choices['range'], { least, most }: ValueRange): RangeMap {
  switch (choice) {
    case 'bytes':
      return { offset: 0, factor: 1 };
    case 'unit':
      return { offset: 0, factor: 255 };
    case 'own':
      return { offset: least, factor: most > least ? 255 / (most - least) : 0 };
    default:
      return choice satisfies never;
  }
}

const short = (value: number) => (Number.isInteger(value) ? `${value}` : `${Number(value.toPrecision(4))}`);
