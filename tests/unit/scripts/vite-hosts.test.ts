import { expect, it } from 'vitest';
import { ownNames } from '../../../scripts/vite-hosts';

it.each([
  ['Teacher', ['teacher', 'teacher.local']],
  ['Teachers-Mac.local', ['teachers-mac.local', 'teachers-mac']],
  ['pc7.school.example', ['pc7.school.example', 'pc7', 'pc7.local']],
  ['', []],
])('lets in a machine of the name %j by %j', (name, names) => {
  expect(ownNames(name)).toEqual(names);
});

it('knows the name of this machine', () => {
  expect(ownNames().length).toBeGreaterThan(0);
});
