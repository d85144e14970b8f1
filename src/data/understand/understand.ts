import { type LabelledImages, refusal } from '../dataset.ts';
import { imagesAt } from '../images-at.ts';
import type { DataNote, Reading } from '../reading.ts';
import { holdOut, USUAL_ONE_IN } from '../split.ts';
import type { ValueRange } from '../value-range.ts';
import type { Adjustments, ArrayGuess, Choices, Guess, Orientation } from './choices.ts';
import { classesBy, classLabels, labelOptions, labelsGuess } from './class-labels.ts';
import { compareKnown, type SomeImages, spread } from './compare-known.ts';
import { guessOrientation } from './orientation.ts';
import { darkImages, guessPolarity } from './polarity.ts';
import { prepareSets, type RawSet } from './prepare-sets.ts';
import { guessRange } from './range-guess.ts';
import { guessSize } from './size-guess.ts';
import { allToInput, edgesOf, marginOf, type Treatment, toInput } from './to-input.ts';

/** What a reading was understood to be. */
export interface Understanding {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  /** A row each: how it was understood, why, and how else it could be. */
  readonly guesses: readonly Guess[];
  /** What each array was taken for; none of pictures. */
  readonly arrays: readonly ArrayGuess[];
  readonly areByShape: boolean;
  /** One image in so many was held out to test with; undefined where the files have a part for that. */
  readonly testOneIn: number | undefined;
  /** Images that came, where they came in one set. */
  readonly range: ValueRange;
  readonly notes: readonly DataNote[];
  /** Ten or more. */
  readonly classes: number;
  readonly folderNames: readonly string[] | undefined;
}

/** What the names of files say of what is in them. */
export interface FileHints {
  /** They are no digits. */
  readonly areFashion: boolean;
  /** Its files lie transposed. */
  readonly areEmnist: boolean;
}

/** With fewer there is nothing to hold out for validation. */
const FEWEST = { train: 20, test: 10 } as const;

/**
 * Decides what has to be decided about files that were read, in the way that a person said where one did. The reading
 * stays as it is, so that it can be understood anew; images that need nothing are not copied.
 * @throws DataError that says which array or file it can't be
 */
export async function understand(
  reading: Reading,
  adjustments: Adjustments,
  hints: FileHints,
  yieldToEventLoop: () => Promise<void>,
): Promise<Understanding> {
  const raw = prepareSets(reading, adjustments);
  const sets: readonly RawSet[] = raw.test ? [raw.train, raw.test] : [raw.train];
  const stacks = sets.map(({ stack }) => stack);
  if (stacks.some(({ count }) => count === 0)) throw tooFew(reading, 0, FEWEST.train);
  const range = guessRange(
    stacks,
    sets.map(({ place }) => place),
    adjustments.range,
  );
  const mapOf = (set: number) => range.maps[set] ?? { offset: 0, factor: 1 };

  const dark: Uint8Array[] = [];
  for (const [i, stack] of stacks.entries())
    dark.push(await darkOf(stack, mapOf(i), adjustments.polarity, yieldToEventLoop));
  const polarity = guessPolarity(dark, adjustments.polarity);

  const some = sets.map(({ stack }) => spread(stack.count));
  const areKnown = !hints.areFashion && !raw.folderNames;
  const margin = () => marginOf(raw.train.stack, mapOf(0), dark[0] as Uint8Array, some[0] as Uint32Array);
  const size = guessSize(stacks, areKnown, margin, adjustments.size);
  const treatment = (set: number, orientation: Orientation): Treatment => ({
    ...{ map: mapOf(set), dark: dark[set] as Uint8Array, orientation, size: size.value },
  });

  const lying: SomeImages[] = [];
  for (const [i, set] of sets.entries()) {
    const positions = some[i] as Uint32Array;
    const images = await toInput(set.stack, treatment(i, 'upright'), positions, yieldToEventLoop);
    lying.push({ set, positions, images });
  }
  const options = labelOptions(sets.map(({ labels }) => labels));
  const names = hints.areFashion ? [] : raw.folderNames;
  const compared = await compareKnown(lying, names, options, adjustments.labels);
  const areEmnist = hints.areEmnist && areKnown;
  const orientation = guessOrientation(compared.alike, areEmnist, adjustments.orientation);
  const labels = labelsGuess(compared.labels, options);

  const parts: LabelledImages[] = [];
  for (const [i, set] of sets.entries()) {
    const own = treatment(i, orientation.each[i] ?? 'upright');
    const images = await allToInput(set.stack, own, yieldToEventLoop);
    parts.push({ images, labels: classLabels(set.labels, labels.value) });
  }
  const oneIn = raw.test ? undefined : (adjustments.testOneIn ?? USUAL_ONE_IN.test);
  const [train, test] = divided(parts, oneIn);
  checkEnough(train, test, reading);
  const shown: Guess[] = [range.guess, polarity, size];
  const isCompared = compared.alike[0] !== undefined;
  if (areKnown || isCompared || adjustments.orientation) shown.push(orientation.guess);
  if (options.length > 1 || adjustments.labels) shown.push(labels);
  return {
    train,
    test,
    guesses: [...raw.guesses, ...shown],
    arrays: raw.arrays,
    areByShape: raw.areByShape,
    testOneIn: oneIn,
    range: range.range,
    notes: [...reading.notes, ...raw.notes],
    classes: raw.folderNames?.length ?? classesBy(parts.map(({ labels: own }) => own)),
    folderNames: raw.folderNames,
  };
}

async function darkOf(
  stack: RawSet['stack'],
  map: Treatment['map'],
  chosen: Choices['polarity'] | undefined,
  yieldToEventLoop: () => Promise<void>,
): Promise<Uint8Array> {
  if (chosen === 'light' || chosen === 'dark')
    return new Uint8Array(stack.count).fill(chosen === 'dark' ? 1 : 0);
  return darkImages(await edgesOf(stack, map, yieldToEventLoop));
}

function divided(
  [all, test]: readonly LabelledImages[],
  oneIn: number = USUAL_ONE_IN.test,
): [train: LabelledImages, test: LabelledImages] {
  const train = all as LabelledImages;
  if (test) return [train, test];
  const count = train.labels.length;
  // Of few images more, or there would be too few to test with.
  const share = Math.max(1 / oneIn, Math.min(1 / 2, FEWEST.test / count));
  const { held, rest } = holdOut(train.labels, share, 1, oneIn === USUAL_ONE_IN.test ? 0 : 1);
  return [imagesAt(train, rest.sort()), imagesAt(train, held.sort())];
}

function checkEnough(train: LabelledImages, test: LabelledImages, reading: Reading): void {
  if (train.labels.length < FEWEST.train) throw tooFew(reading, train.labels.length, FEWEST.train);
  if (test.labels.length < FEWEST.test) throw tooFew(reading, test.labels.length, FEWEST.test);
}

const tooFew = ({ place }: Reading, found: number, wanted: number) =>
  refusal('too-few', place, { found: `${found}`, wanted: `${wanted}` });
