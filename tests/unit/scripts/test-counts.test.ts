import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  addCounts,
  playwrightCounts,
  playwrightSkips,
  summary,
  vitestCounts,
} from '../../../scripts/test-counts.mjs';

function file(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'digit-lab-')), 'report.json');
  writeFileSync(path, content);
  return path;
}

it('adds up what Vitest and Playwright report', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  const playwright = { stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 4 } };
  const sum = addCounts(
    vitestCounts(file(JSON.stringify(vitest))),
    playwrightCounts(file(JSON.stringify(playwright))),
  );
  expect(summary(sum)).toBe('12 passed, 4 failed, 7 skipped');
});

it('counts nothing where a runner died before or while it wrote its report', () => {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  expect(vitestCounts('/nowhere/report.json')).toEqual(nothing);
  expect(playwrightCounts(file('{"stats":'))).toEqual(nothing);
});

it('gives the reason of each skipped test, however deep its suite', () => {
  const skipped = {
    title: 'reads MNIST',
    tests: [{ annotations: [{ type: 'skip', description: 'no data' }] }],
  };
  const run = { title: 'draws', tests: [{ annotations: [] }] };
  const report = { suites: [{ specs: [run], suites: [{ specs: [skipped] }] }] };
  expect(playwrightSkips(file(JSON.stringify(report)))).toEqual(['reads MNIST: no data']);
  expect(playwrightSkips('/nowhere/report.json')).toEqual([]);
});
