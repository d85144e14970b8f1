import type { ArrayGuess, Role } from '../../data/understand/choices';

type Used = Exclude<Role, 'unused'>;

const PARTNER: Readonly<Record<Used, Used>> = {
  'train-images': 'train-labels',
  'train-labels': 'train-images',
  'test-images': 'test-labels',
  'test-labels': 'test-images',
};

/**
 * The roles of all arrays when one is given another. What had the role before gets that of the array that takes it, so
 * that each is there once; then, where images and labels of a part no longer are as many, the array that fits takes the
 * other's place. Without that none of two arrays could be named: one alone is no part.
 */
export function changedRoles(arrays: readonly ArrayGuess[], position: number, role: Role): Role[] {
  const roles = arrays.map((array) => array.role);
  const before = roles[position] ?? 'unused';
  give(roles, position, role);
  if (role === 'unused') {
    const left = before === 'unused' ? -1 : roles.indexOf(PARTNER[before]);
    if (left >= 0) roles[left] = 'unused';
    return roles;
  }
  const partner = PARTNER[role];
  const isLabels = partner.endsWith('labels');
  const count = isLabels ? imagesIn(arrays[position]) : labelsIn(arrays[position]);
  const countOf = isLabels ? labelsIn : imagesIn;
  const fits = arrays.map((array) => count.some((own) => countOf(array).includes(own)));
  if (fits[roles.indexOf(partner)]) return roles;
  // Rather what nothing else needs.
  const free = arrays.flatMap((_, i) => (fits[i] && i !== position ? [i] : []));
  const found = free.find((i) => roles[i] === 'unused') ?? free[0];
  if (found !== undefined) give(roles, found, partner);
  return roles;
}

function give(roles: Role[], position: number, role: Role): void {
  const before = roles.indexOf(role);
  if (role !== 'unused' && before >= 0) roles[before] = roles[position] ?? 'unused';
  roles[position] = role;
}

/** A side that has so many values at most is that of one-hot labels. */
const MOST_CLASSES = 62;

/** As many labels as an array of this shape may hold: (n), (n, 1) or (n, classes). */
function labelsIn(array: ArrayGuess | undefined): readonly number[] {
  const [count, classes, ...others] = (array?.shape ?? []).filter((side) => side !== 1);
  const may = count !== undefined && others.length === 0 && (classes ?? 0) <= MOST_CLASSES;
  return may ? [count] : [];
}

/** As many images: along the first axis, or along the last, as MATLAB saves them. */
function imagesIn(array: ArrayGuess | undefined): readonly number[] {
  const shape = array?.shape ?? [];
  const [first, last] = [shape[0], shape.at(-1)];
  return shape.length < 2 || labelsIn(array).length > 0 ? [] : [first ?? 0, last ?? 0];
}
