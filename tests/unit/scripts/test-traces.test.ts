import { expect, it, vi } from 'vitest';
import type { TestResult } from '../../../scripts/test-run/reports.mjs';
import { withTraces } from '../../../scripts/test-run/traces.mjs';

const test = (name: string, status: TestResult['status'], left: string[] = []): TestResult => ({
  suite: 'e2e',
  file: 'a.spec.ts',
  name,
  status,
  ms: 1,
  left,
});
const turn = { say: () => undefined };

it('runs nothing again where all is well', async () => {
  const trace = vi.fn(async () => []);
  const tests = [test('draws', 'passed'), test('', 'failed')];
  expect(await withTraces(tests, turn, trace)).toEqual(tests);
  expect(trace).not.toHaveBeenCalled();
});

it('gives a failed test the trace of its second time, and leaves it failed where that went well', async () => {
  const tests = [test('draws', 'passed'), test('trains', 'failed', ['first.png'])];
  const trace = vi.fn(async () => [test('trains', 'passed', ['trace.zip', 'second.png'])]);
  const [, trained] = await withTraces(tests, turn, trace);
  expect(trace).toHaveBeenCalledWith([tests[1]]);
  expect(trained).toMatchObject({ status: 'failed', left: ['first.png', 'trace.zip'] });
});
