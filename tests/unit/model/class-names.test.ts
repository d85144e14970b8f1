import { expect, it } from 'vitest';
import { characterNames, properNames } from '../../../src/model/class-names';
import { CLASS_LIMITS } from '../../../src/model/network';

it('knows the letters of EMNIST by their number: all in one case, merged where they look alike, both cases', () => {
  expect(characterNames(26)?.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  expect(characterNames(47)?.slice(36).join('')).toBe('abdefghnqrt');
  expect([characterNames(62)?.[10], characterNames(62)?.[36], characterNames(62)?.[61]]).toEqual([
    'A',
    'a',
    'z',
  ]);
  expect(characterNames(11)).toBeUndefined();
  const [, most] = CLASS_LIMITS;
  for (let classes = 0; classes <= most; classes++) {
    const names = characterNames(classes);
    if (names) expect([names.length, new Set(names).size]).toEqual([classes, classes]);
  }
});

it('has a name for each class, whatever a person leaves out', () => {
  expect(properNames(['', ' a ', 'b'.repeat(99)], 4)).toEqual(['0', 'a', 'b'.repeat(24), '3']);
});
