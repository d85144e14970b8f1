import { expect, it } from 'vitest';
import { readoutOf } from '../../../../src/engine/network/readout';
import type { StepDown } from '../../../../src/protocol/backend';
import type { CandidateSpeed } from '../../../../src/protocol/speed';
import { FakeStep } from '../train-step/fake-step';

const SOFTWARE: StepDown = { backend: 'webgpu', reason: 'software', detail: 'SwiftShader' };
const wasm: CandidateSpeed = {
  backend: 'wasm',
  workers: 2,
  software: false,
  result: { imagesPerSecond: 49_000 },
};
const webgpu = (result: CandidateSpeed['result']): CandidateSpeed => ({
  backend: 'webgpu',
  device: 'SwiftShader',
  software: true,
  result,
});

const readout = (
  stepsDown: readonly StepDown[],
  speeds: readonly CandidateSpeed[],
  runtime = new FakeStep(),
) =>
  readoutOf(
    { backend: 'wasm', tensors: 0, bytes: 3, stepsDown },
    { computedBy: { kind: 'wasm', workers: 2 }, runtime },
    speeds,
  );

it('says of what was slower here by how much, in the place of a guess', () => {
  expect(readout([SOFTWARE], [wasm, webgpu({ imagesPerSecond: 930 })]).stepsDown).toEqual([
    {
      backend: 'webgpu',
      reason: 'slower',
      detail: 'SwiftShader',
      imagesPerSecond: 930,
      than: { backend: 'wasm', imagesPerSecond: 49_000 },
    },
  ]);
});

it('guesses where nothing was measured', () => {
  expect(readout([SOFTWARE], [wasm, webgpu(undefined)]).stepsDown).toEqual([SOFTWARE]);
  expect(readout([SOFTWARE], []).stepsDown).toEqual([SOFTWARE]);
});

it('says what became of a trial that gave no figure', () => {
  const hung = webgpu({ failure: { code: 'no-answer', seconds: 8 } });
  expect(readout([SOFTWARE], [wasm, hung]).stepsDown).toEqual([
    { backend: 'webgpu', reason: 'no-answer', detail: '8' },
  ]);
  const failed = webgpu({ failure: { code: 'failed', detail: 'no device' } });
  expect(readout([], [wasm, failed]).stepsDown).toEqual([
    { backend: 'webgpu', reason: 'trial-failed', detail: 'no device' },
  ]);
});

it('does not call slower what is faster and waits for the next run', () => {
  expect(readout([], [wasm, webgpu({ imagesPerSecond: 90_000 })]).stepsDown).toEqual([]);
});

it('keeps to what failed, whatever it was measured at', () => {
  const failed: StepDown = { backend: 'webgpu', reason: 'failed', detail: 'lost' };
  expect(readout([failed], [wasm, webgpu({ imagesPerSecond: 930 })]).stepsDown).toEqual([failed]);
});

it('says whether the kernels can be timed', () => {
  expect(readout([], []).timesKernels).toBe(false);
  const timed = Object.assign(new FakeStep(), { kernelTimes: async () => [] });
  expect(readout([], [], timed).timesKernels).toBe(true);
});
