import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULTS } from '../../faults/faults';

const ROOT = new URL('../../../', import.meta.url);
/** As it stands in a program: quotes are written differently there. */
const sourceOf = (file: string) => readFileSync(new URL(file, ROOT), 'utf8').replace(/\\(['"`])/g, '$1');

it('every fault has a test', () => {
  expect(FAULTS.length).toBeGreaterThan(40);
  expect(FAULTS.filter(({ tests }) => tests.length === 0).map(({ fault }) => fault)).toEqual([]);
});

it('every test that is named is there', () => {
  const missing = FAULTS.flatMap(({ tests }) => tests).filter((test) => {
    const [file = '', name = ''] = test.split(' :: ');
    return name.length < 4 || !existsSync(new URL(file, ROOT)) || !sourceOf(file).includes(name);
  });
  expect(missing).toEqual([]);
});
