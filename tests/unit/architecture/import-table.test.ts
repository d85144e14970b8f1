import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { IMPORT_TABLE } from './import-table';
import { readImportTable } from './read-import-table';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

/** Without order, which means nothing in the table. */
const sorted = (table: typeof IMPORT_TABLE) =>
  Object.fromEntries(
    Object.entries(table).map(([part, allowance]) => [
      part,
      Object.fromEntries(Object.entries(allowance).map(([field, names]) => [field, [...names].sort()])),
    ]),
  );

it('says the same as src/README.md', () => {
  const documented = readImportTable(read('src/README.md'));
  expect(sorted(documented)).toEqual(sorted(IMPORT_TABLE));
});

it('names only parts that there are', () => {
  const isThere = (part: string) =>
    ['', '.ts', '.tsx'].some((ending) => existsSync(`${ROOT}src/${part.replace('/*', '')}${ending}`));
  expect(Object.keys(IMPORT_TABLE).filter((part) => !isThere(part))).toEqual([]);
});

it('allows only packages that the project depends on', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const allowed = Object.values(IMPORT_TABLE).flatMap(({ packages = [] }) => packages);
  expect(allowed.filter((name) => name !== '*' && !(name in dependencies))).toEqual([]);
});

it('is not read from a table of another form', () => {
  expect(() => readImportTable('## Who may import whom\n\n| part | may import |\n| --- | --- |')).toThrow(
    'may import',
  );
});
