import { CLASS_LIMITS } from '../../model/input.ts';
import { DataError, type DataProblem, refusal } from '../dataset.ts';
import { listOf } from '../found-file.ts';
import type { RawArray } from '../raw-array.ts';
import type { UnreadArray } from '../reading.ts';
import type { Role } from './choices.ts';
import { layoutAlong } from './layout.ts';
import { countOfLabels } from './raw-labels.ts';

/** Of the images and labels of one part. */
export interface Pair {
  readonly images: RawArray;
  readonly labels: RawArray;
}

interface RolesFound {
  readonly roles: readonly Role[];
  readonly train: Pair;
  readonly test: Pair | undefined;
  /** A person named one of the two arrays that a part to test with needs: which one is wanting yet. */
  readonly wanting?: 'test-images' | 'test-labels';
  /** By their names, or by how many they are. */
  readonly by: 'names' | 'shapes' | 'person';
}

const [, MOST_CLASSES] = CLASS_LIMITS;
const WANTED = 'x_train, y_train, x_test, y_test';

/**
 * Which array is what: as a person says, else by their names, else by which have as many labels as others images; of two
 * such pairs the larger one is to train with.
 * @param mayLackLabels - images to test with that have no labels are passed over, not missed
 * @throws DataError duplicate, missing-array, or why the array that is wanted could not be read
 */
export function findRoles(
  arrays: readonly RawArray[],
  unread: readonly UnreadArray[],
  chosen: readonly Role[] | undefined,
  mayLackLabels: boolean,
): RolesFound {
  if (chosen) return found(arrays, unread, chosen, 'person');
  const named = rolesByName(arrays);
  if (mayLackLabels) dropLonelyTest(named);
  const has = (role: Role) =>
    named.includes(role) || unread.some(({ named: its }) => roleNamed(its) === role);
  const areNamed = has('train-images') && has('train-labels');
  if (!areNamed) return found(arrays, unread, rolesByShape(arrays), 'shapes');
  const isTold = has('test-images') || has('test-labels');
  const rest = isTold ? named : withRestAsTest(arrays, named);
  return { ...found(arrays, unread, rest, 'names'), by: rest === named ? 'names' : 'shapes' };
}

function found(
  arrays: readonly RawArray[],
  unread: readonly UnreadArray[],
  roles: readonly Role[],
  by: RolesFound['by'],
): RolesFound {
  const spoilt = unread.filter(({ named }) => roleNamed(named) !== 'unused');
  if (by === 'names' && spoilt[0]) throw new DataError(spoilt[0].problems);
  const only = (role: Role) => arrays[roles.indexOf(role)];
  const pair = (images: RawArray | undefined, labels: RawArray | undefined) =>
    images && labels ? { images, labels } : undefined;
  const train = pair(only('train-images'), only('train-labels'));
  const [testImages, testLabels] = [only('test-images'), only('test-labels')];
  const test = pair(testImages, testLabels);
  const half = test ? undefined : (testImages ?? testLabels);
  if (!train || (half && by !== 'person')) throw missing(arrays, unread);
  const wanting = half && (half === testImages ? 'test-labels' : 'test-images');
  return { roles, train, test, by, ...(wanting && { wanting }) };
}

function roleNamed(named: RawArray['named']): Role {
  if (!named) return 'unused';
  return `${named.set ?? 'train'}-${named.kind}`;
}

/** @throws DataError duplicate */
function rolesByName(arrays: readonly RawArray[]): Role[] {
  const problems: DataProblem[] = [];
  const inSets = arrays.some(({ named }) => named?.set === 'train');
  const roles = arrays.map(({ named }): Role => {
    // Beside arrays to train with, what says no set is something else.
    return inSets && named && !named.set ? 'unused' : roleNamed(named);
  });
  for (const [i, role] of roles.entries()) {
    const before = roles.indexOf(role);
    const array = arrays[i] as RawArray;
    if (role === 'unused' || before === i) continue;
    // Tables without a set in their names may be told by how many rows they have.
    if (!array.named?.set) return arrays.map(() => 'unused');
    problems.push({ code: 'duplicate', ...array.place, found: (arrays[before] as RawArray).name });
  }
  if (problems.length > 0) throw new DataError(problems);
  return roles;
}

/** Changes them in place. */
function dropLonelyTest(roles: Role[]): void {
  const [images, labels] = [roles.indexOf('test-images'), roles.indexOf('test-labels')];
  if (images >= 0 && labels < 0) roles[images] = 'unused';
}

/** Beside images and labels that are named, two arrays of other names that fit together and hold the same kind of things. */
function withRestAsTest(arrays: readonly RawArray[], named: readonly Role[]): readonly Role[] {
  const train = arrays[named.indexOf('train-images')];
  const rest = arrays.filter((array, i) => {
    if (named[i] !== 'unused' || array.named) return false;
    const { range } = array;
    const isImages = array.shape.slice(1).join() === train?.shape.slice(1).join();
    const isLabels = countOfLabels(array) !== undefined && range.least >= 0 && range.most <= MOST_CLASSES;
    return isImages || isLabels;
  });
  const roles = rolesByShape(rest);
  if (!roles.includes('train-images')) return named;
  const asTest = (role: Role | undefined): Role =>
    role === 'train-images' ? 'test-images' : role === 'train-labels' ? 'test-labels' : 'unused';
  return arrays.map((array, i) => {
    const at = rest.indexOf(array);
    return at < 0 ? (named[i] ?? 'unused') : asTest(roles[at]);
  });
}

function rolesByShape(arrays: readonly RawArray[]): Role[] {
  const roles: Role[] = arrays.map(() => 'unused');
  const areLabels = arrays.map((array) => countOfLabels(array) !== undefined);
  const pairs: { images: number; labels: number; count: number }[] = [];
  const taken = new Set<number>();
  for (const [images, array] of arrays.entries()) {
    if (areLabels[images]) continue;
    const counts = countsOf(array);
    const labels = arrays.findIndex(
      (other, i) => areLabels[i] && !taken.has(i) && counts.includes(countOfLabels(other) ?? -1),
    );
    if (labels < 0) continue;
    taken.add(labels);
    pairs.push({ images, labels, count: countOfLabels(arrays[labels] as RawArray) ?? 0 });
  }
  pairs.sort((one, other) => other.count - one.count);
  for (const [i, { images, labels }] of pairs.slice(0, 2).entries()) {
    roles[images] = i === 0 ? 'train-images' : 'test-images';
    roles[labels] = i === 0 ? 'train-labels' : 'test-labels';
  }
  return roles;
}

/** As many images as it may hold. */
const countsOf = (array: RawArray): number[] =>
  (['first-axis', 'last-axis'] as const).flatMap((axis) => layoutAlong(array, axis)?.count ?? []);

function missing(arrays: readonly RawArray[], unread: readonly UnreadArray[]): DataError {
  // One that can't be read may well be the one.
  if (unread[0]) return new DataError(unread[0].problems);
  const hasImages = arrays.some((array) => countsOf(array).length > 0);
  const hasLabels = arrays.some((array) => countOfLabels(array) !== undefined);
  if (hasImages && !hasLabels && arrays[0]) throw refusal('no-labels', arrays[0].place);
  const places = arrays.map(({ place }) => place);
  const source = places[0]?.source ?? '';
  return refusal(
    'missing-array',
    { file: [...new Set(places.map(({ file }) => file))].join(', '), source },
    { found: listOf(arrays.map(({ name }) => name)), wanted: WANTED },
  );
}
