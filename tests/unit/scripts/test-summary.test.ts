import { expect, it } from 'vitest';
import type { TestResult } from '../../../scripts/test-run/reports.mjs';
import {
  addCounts,
  countsOf,
  failures,
  rerunLine,
  sentence,
  skips,
  slowest,
  table,
} from '../../../scripts/test-run/summary.mjs';

const result = (changes: Partial<TestResult> = {}): TestResult => ({
  suite: 'unit',
  file: 'tests/unit/sum.test.ts',
  name: 'adds up',
  status: 'passed',
  ms: 10,
  ...changes,
});

it('counts tests by what became of them, over several suites', () => {
  const one = countsOf([result(), result(), result({ status: 'failed' })]);
  const other = countsOf([result({ status: 'skipped' })]);
  expect(sentence(addCounts(one, other))).toBe('2 passed, 1 failed, 1 skipped');
});

it('names the slowest tests first, with their places, and no skipped one', () => {
  const tests = [
    result({ name: 'quick', ms: 4 }),
    result({ name: 'slow', ms: 61_000, file: 'tests/e2e/draw.spec.ts', line: 7 }),
    result({ name: 'middling', ms: 1500 }),
    result({ name: 'skipped', ms: 99_000, status: 'skipped' }),
  ];
  expect(slowest(tests, 2).map((line) => line.trim())).toEqual([
    '1 min 1 s  tests/e2e/draw.spec.ts:7  slow',
    '1.5 s  tests/unit/sum.test.ts  middling',
  ]);
});

it('leaves the tests in their order', () => {
  const tests = [result({ name: 'quick', ms: 1 }), result({ name: 'slow', ms: 2 })];
  slowest(tests);
  expect(tests.map(({ name }) => name)).toEqual(['quick', 'slow']);
});

it('gives each reason to skip a test once', () => {
  const skipped = result({ status: 'skipped', reason: 'no data' });
  expect(skips([skipped, skipped, result()])).toEqual(['adds up: no data']);
});

it('runs a test of Playwright again by its line', () => {
  expect(rerunLine(result({ suite: 'e2e', file: 'tests/e2e/draw.spec.ts', line: 7 }))).toBe(
    'npm run test:e2e -- tests/e2e/draw.spec.ts:7',
  );
});

it('runs a test of Vitest again by its name, which a pattern and a shell must not take for anything else', () => {
  const name = "doesn't read [1] of $2 (twice)";
  const line = rerunLine(result({ name }));
  const quoted = /-t (.*)$/.exec(line)?.[1] ?? '';
  const pattern = quoted.slice(1, -1).replaceAll("'\\''", "'");
  expect(line).toMatch(/^npm run test:unit -- tests\/unit\/sum\.test\.ts -t '/);
  expect(name).toMatch(new RegExp(pattern));
  expect(`${name} more`).not.toMatch(new RegExp(pattern));
});

it('runs a whole file again where that could not be loaded', () => {
  expect(rerunLine(result({ name: '' }))).toBe('npm run test:unit -- tests/unit/sum.test.ts');
});

it('runs a test of the sources again without the linter', () => {
  expect(rerunLine(result({ suite: 'lint', file: 'tests/unit/architecture/imports.test.ts' }))).toBe(
    "npx vitest run --project architecture tests/unit/architecture/imports.test.ts -t '^adds up$'",
  );
});

it('tells of a failed test what was wrong, where, what it left, and how to see it again', () => {
  const failed = result({
    suite: 'e2e',
    file: 'tests/e2e/draw.spec.ts',
    line: 7,
    status: 'failed',
    problem: 'expected 3',
    address: 'http://127.0.0.1:4173/?seed=7',
    left: ['test-results/e2e/draws/test-failed-1.png', 'test-results/e2e/draws/trace.zip'],
  });
  expect(failures([result(), failed])).toEqual([
    '✗ tests/e2e/draw.spec.ts:7  adds up',
    '    expected 3',
    '    at http://127.0.0.1:4173/?seed=7',
    '    left: test-results/e2e/draws/test-failed-1.png',
    '    trace: npx playwright show-trace test-results/e2e/draws/trace.zip',
    '    again: npm run test:e2e -- tests/e2e/draw.spec.ts:7',
  ]);
});

it('sets a table in columns, words to the left and numbers to the right', () => {
  expect(
    table([
      ['round', 'passed'],
      ['busy', 12],
    ]),
  ).toEqual(['round  passed', 'busy       12']);
});
