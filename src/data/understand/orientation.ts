import { type Choices, type GuessOf, ORIENTATIONS, type Orientation } from './choices.ts';
import type { ClassMeans } from './class-means.ts';
import { KNOWN_SIDE } from './known-digits.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { turnUpright } from './turn.ts';

/** With fewer classes there is too little to compare. */
const FEWEST_CLASSES = 6;

/** How much the images are like the known classes as they lie, and in each of the other orientations. */
export type Alike = Readonly<Record<Orientation, Likeness>>;

/** Undefined where there are too few classes to compare. */
export function alikeTo(means: ClassMeans, known: ClassMeans): Alike | undefined {
  const there = means.flatMap((mean, label) => {
    const wanted = known[label];
    return mean && wanted ? [{ mean, wanted }] : [];
  });
  if (there.length < FEWEST_CLASSES) return undefined;
  const wanted = there.map((each) => each.wanted);
  const likeness = ORIENTATIONS.map((orientation) => {
    const upright = there.map(({ mean }) => turned(mean, orientation));
    return [orientation, likenessOf(upright, wanted)] as const;
  });
  return Object.fromEntries(likeness) as Record<Orientation, Likeness>;
}

/** How like what is known the images are in the orientation in which they are the most. */
export const bestCorrelation = (alike: Alike | undefined): number =>
  alike ? Math.max(...Object.values(alike).map(({ correlation }) => correlation)) : 0;

function turned(mean: Float64Array, orientation: Orientation): Float64Array {
  const upright = new Float32Array(mean.length);
  turnUpright(Float32Array.from(mean), KNOWN_SIDE, KNOWN_SIDE, orientation, upright);
  return Float64Array.from(upright);
}

/** What other things than digits don't reach, in one orientation by chance. */
const KNOWN = { correlation: 0.2, confusion: 0.55 } as const;
/** In any of the orientations that no well-known files have. */
const SURELY_KNOWN = { correlation: 0.35, confusion: 0.45 } as const;
/** So much better than as they lie, or they stay. */
const GAIN = { correlation: 0.15, confusion: 0.28 } as const;
/** Of orientations that are as good, the one that files have: a font's mirrored 8 is an 8. */
const TIE = 0.08;

interface OrientationsGuess {
  readonly guess: GuessOf<'orientation'>;
  /** One a set. */
  readonly each: readonly Orientation[];
}

/**
 * Judged set by set: the files of one may have been turned, and those of the other not.
 * @param alike - one a set
 * @param areEmnist - they are called so; its files lie transposed
 */
export function guessOrientation(
  alike: readonly (Alike | undefined)[],
  areEmnist: boolean,
  chosen: Choices['orientation'] | undefined,
): OrientationsGuess {
  const [own] = alike;
  const areLike = own !== undefined && ORIENTATIONS.some((each) => isKnown(own[each], KNOWN));
  const isByName = areEmnist && !areLike;
  const first = isByName ? 'transposed' : own ? likeliest(own, 'upright') : 'upright';
  const found = alike.map((each) => (each && !isByName ? likeliest(each, first) : first));
  const areMixed = found.some((each) => each !== first);
  const options = areMixed ? (['each', ...ORIENTATIONS] as const) : ORIENTATIONS;
  const guess = { id: 'orientation' as const, options };
  if (chosen && chosen !== 'each') {
    return {
      guess: { ...guess, value: chosen, because: 'orientation-chosen' },
      each: alike.map(() => chosen),
    };
  }
  if (areMixed) {
    const [train = first, test = first] = found;
    return {
      guess: { ...guess, value: 'each', because: 'orientation-mixed', found: { train, test } },
      each: found,
    };
  }
  const asTheyLie =
    own === undefined ? 'orientation-unchecked' : areLike ? 'orientation-upright' : 'orientation-unlike';
  const because = isByName ? 'orientation-emnist' : first === 'upright' ? asTheyLie : 'orientation-turned';
  return { guess: { ...guess, value: first, because }, each: found };
}

const isKnown = ({ correlation, confusion }: Likeness, least: Likeness) =>
  correlation >= least.correlation && confusion <= least.confusion;

/** @param usual - stays, where no other is clearly better */
function likeliest(alike: Alike, usual: Orientation): Orientation {
  const asUsual = alike[usual];
  const better = ORIENTATIONS.filter((orientation) => {
    const own = alike[orientation];
    const gain = Math.min(
      (own.correlation - asUsual.correlation) / GAIN.correlation,
      (asUsual.confusion - own.confusion) / GAIN.confusion,
    );
    const isUsed = orientation === 'transposed' || orientation === 'upright';
    return isKnown(own, isUsed ? KNOWN : SURELY_KNOWN) && gain >= 1;
  });
  const best = Math.max(...better.map((orientation) => alike[orientation].correlation));
  return better.find((orientation) => alike[orientation].correlation >= best - TIE) ?? usual;
}
