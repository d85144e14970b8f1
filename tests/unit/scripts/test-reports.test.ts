import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playwrightTests, vitestTests } from '../../../scripts/test-run/reports.mjs';

const here = (path: string) => join(process.cwd(), path);

function file(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'digit-lab-')), 'report.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** As Vitest writes it. */
const assertion = (fullName: string, status: string, failure?: string) => ({
  fullName,
  status,
  duration: 12,
  failureMessages: failure === undefined ? [] : [failure],
});

/** As Playwright writes it. */
const spec = (title: string, status: string, more: object = {}) => ({
  title,
  file: 'draw.spec.ts',
  line: 7,
  tests: [{ status, annotations: [], results: [{ duration: 20, attachments: [] }], ...more }],
});
const playwrightReport = (suites: object[]) => file({ config: { rootDir: here('tests/e2e') }, suites });

it('reads what became of each test from a report of Vitest', () => {
  const assertionResults = [
    assertion('adds up', 'passed'),
    assertion('adds up at last', 'failed', '\u001b[31mexpected 1 to be 2\u001b[39m\nat line 3'),
    assertion('later', 'skipped'),
  ];
  const report = {
    testResults: [{ name: here('tests/unit/sum.test.ts'), status: 'failed', assertionResults }],
  };
  expect(vitestTests(file(report), 'unit')).toEqual([
    { suite: 'unit', file: 'tests/unit/sum.test.ts', name: 'adds up', status: 'passed', ms: 12 },
    {
      suite: 'unit',
      file: 'tests/unit/sum.test.ts',
      name: 'adds up at last',
      status: 'failed',
      ms: 12,
      problem: 'expected 1 to be 2',
    },
    { suite: 'unit', file: 'tests/unit/sum.test.ts', name: 'later', status: 'skipped', ms: 12 },
  ]);
});

it('finds the screenshot that a failed test of Vitest left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'digit-lab-'));
  for (const name of ['draws-in-red-1.png', 'draws-in-blue-1.png']) writeFileSync(join(folder, name), '');
  const assertionResults = [assertion('draws in red', 'failed', 'no red')];
  const report = { testResults: [{ name: here('tests/a.test.tsx'), status: 'failed', assertionResults }] };
  const [test] = vitestTests(file(report), 'component', folder);
  expect(test?.left).toEqual([expect.stringMatching(/draws-in-red-1\.png$/)]);
});

it('counts a file that could not be loaded as a test that failed', () => {
  const report = {
    testResults: [
      {
        name: here('tests/unit/sum.test.ts'),
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
    ],
  };
  expect(vitestTests(file(report), 'unit')).toMatchObject([
    { name: '', status: 'failed', problem: 'no such module' },
  ]);
});

it('reads what a failed test left and where it stood from a report of Playwright', () => {
  const failed = spec('draws', 'unexpected', {
    annotations: [{ type: 'address', description: 'http://127.0.0.1:4173/?seed=7' }],
    results: [
      {
        duration: 30,
        error: { message: '\nexpected 3\n\nExpected: 3\nReceived: \u001b[31m8\u001b[39m\n\nCall log:' },
        attachments: [{ path: here('test-results/e2e/draws/trace.zip') }, { body: 'in the report itself' }],
      },
    ],
  });
  const report = playwrightReport([
    {
      title: 'draw.spec.ts',
      specs: [spec('reads', 'expected')],
      suites: [{ title: 'by pen', specs: [failed] }],
    },
  ]);
  expect(playwrightTests(report, 'e2e')).toMatchObject([
    { file: 'tests/e2e/draw.spec.ts', line: 7, name: 'reads', status: 'passed', ms: 20, left: [] },
    {
      name: 'by pen draws',
      status: 'failed',
      ms: 30,
      problem: 'expected 3 (Received: 8)',
      address: 'http://127.0.0.1:4173/?seed=7',
      left: ['test-results/e2e/draws/trace.zip'],
    },
  ]);
});

it('takes a test that passed at a second try for one that failed', () => {
  const report = playwrightReport([{ title: 'draw.spec.ts', specs: [spec('draws', 'flaky')] }]);
  expect(playwrightTests(report, 'e2e')).toMatchObject([{ status: 'failed' }]);
});

it('gives the reason of a skipped test', () => {
  const annotations = [{ type: 'skip', description: 'no data' }];
  const report = playwrightReport([
    {
      title: 'draw.spec.ts',
      specs: [spec('reads MNIST', 'skipped', { annotations }), spec('waits', 'skipped')],
    },
  ]);
  expect(playwrightTests(report, 'e2e')).toMatchObject([
    { status: 'skipped', reason: 'no data' },
    { status: 'skipped', reason: 'no reason given' },
  ]);
});

it('reads nothing where a runner died before or while it wrote its report', () => {
  expect(vitestTests('/nowhere/report.json', 'unit')).toEqual([]);
  expect(playwrightTests(file('{"suites":'), 'e2e')).toEqual([]);
});
