import { expect, it } from 'vitest';
import type { ArrayGuess, Role } from '../../../../src/data/understand/choices';
import { changedRoles } from '../../../../src/panels/data/changed-roles';

const SHAPES = { digits: [60, 784], target: [60], foo: [20, 784], bar: [20] } as const;
const arrays = (...roles: readonly Role[]): ArrayGuess[] =>
  Object.entries(SHAPES).map(([name, shape], i) => ({ name, shape, role: roles[i] ?? 'unused' }));
const trainOnly = arrays('train-images', 'train-labels');
const both = arrays('train-images', 'train-labels', 'test-images', 'test-labels');

it.each([
  ['test images bring the labels that are as many', trainOnly, 2, 'test-images', both],
  ['test labels bring their images', trainOnly, 3, 'test-labels', both],
  ['without its images a part has no labels', both, 2, 'unused', trainOnly],
  [
    'other training images bring their labels, and the parts change places',
    both,
    2,
    'train-images',
    arrays('test-images', 'test-labels', 'train-images', 'train-labels'),
  ],
  [
    'of another part too',
    trainOnly,
    2,
    'train-images',
    arrays('unused', 'unused', 'train-images', 'train-labels'),
  ],
] as const)('%s', (_, before, position, role, after) => {
  expect(changedRoles(before, position, role)).toEqual(after.map((each) => each.role));
});

it('where nothing fits, one array alone changes', () => {
  const odd = [...trainOnly.slice(0, 3), { name: 'bar', shape: [19], role: 'unused' as const }];
  expect(changedRoles(odd, 2, 'test-images')).toEqual([
    'train-images',
    'train-labels',
    'test-images',
    'unused',
  ]);
});
