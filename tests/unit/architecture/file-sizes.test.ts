import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LIMIT_BYTES = 1_500_000;

/** Names in .gitignore and git's own folder: what lies there is not part of the project. */
const ignored = new Set([
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, '')),
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

it('keeps data and other large files out of the project', () => {
  const files = filesBelow(ROOT);
  expect(files.map((file) => relative(ROOT, file))).toContain('package.json');
  const large = files.filter((file) => statSync(file).size > LIMIT_BYTES);
  expect(large.map((file) => relative(ROOT, file))).toEqual([]);
});
