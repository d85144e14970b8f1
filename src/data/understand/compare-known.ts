import { characterNames, DIGIT_NAMES } from '../../model/class-names.ts';
import { CLASSES } from '../../model/input.ts';
import type { Choices } from './choices.ts';
import { classesBy, classLabels } from './class-labels.ts';
import { classMeans } from './class-means.ts';
import { knownClasses } from './known-classes.ts';
import { type Alike, alikeTo, bestCorrelation } from './orientation.ts';
import type { RawSet } from './prepare-sets.ts';

/** Images that are looked at to tell how all lie. */
const LOOKED_AT = 1000;
/** Another reading of the labels has to be clearly better than the usual one. */
const CLEARLY = 0.1;

/** Some of the images of a set, as they lie. */
export interface SomeImages {
  readonly set: RawSet;
  readonly positions: Uint32Array;
  /** uint8, [positions, 28, 28], light on dark */
  readonly images: Uint8Array;
}

interface Compared {
  readonly labels: Choices['labels'];
  /** Of each set: how like known digits or letters it is; undefined where there is nothing to compare with. */
  readonly alike: readonly (Alike | undefined)[];
}

/** Positions all over a set, at distances that differ: labels may come in turn. */
export function spread(count: number): Uint32Array {
  const some = Math.min(LOOKED_AT, count);
  const within = (i: number) => (some < count ? (i * 0.618034) % 1 : 0);
  return Uint32Array.from({ length: some }, (_, i) => Math.floor(((i + within(i)) * count) / some));
}

/**
 * Compares images with what their labels say they are, and finds of the ways to read the labels the one by which they are
 * the most alike.
 * @param names - of the classes where the files say them
 * @param options - the ways to read the labels, the usual one first; more than one is tried of digits alone
 */
export async function compareKnown(
  sets: readonly SomeImages[],
  names: readonly string[] | undefined,
  options: readonly Choices['labels'][],
  chosen: Choices['labels'] | undefined,
): Promise<Compared> {
  const [usual = 'as-given'] = options;
  const classes = classesBy(sets.map(({ set }) => classLabels(set.labels, chosen ?? usual)));
  const called = names ?? (classes <= CLASSES ? DIGIT_NAMES : (characterNames(classes) ?? []));
  const known = await knownClasses(called);
  const ratedBy = (value: Choices['labels']): Compared => ({
    labels: value,
    alike: sets.map(({ set: { labels }, positions, images }) => {
      const some = { ...labels, values: Int32Array.from(positions, (at) => labels.values[at] as number) };
      return alikeTo(classMeans(images, classLabels(some, value), known.length), known);
    }),
  });
  if (chosen) return ratedBy(chosen);
  const first = ratedBy(usual);
  if (called[0] !== DIGIT_NAMES[0]) return first;
  const enough = bestCorrelation(first.alike[0]) + CLEARLY;
  const others = options.slice(1).map(ratedBy);
  return others.find(({ alike }) => bestCorrelation(alike[0]) > enough) ?? first;
}
