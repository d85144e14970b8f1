import { expect, it } from 'vitest';
import { GPU, SETTINGS, setUp } from './trials-set-up';

it('tells of a device before it looks for it and while it is tried', async () => {
  const { trials, devices } = setUp(GPU);
  const found = trials.fastestFor(SETTINGS);
  expect(devices()).toEqual(['webgpu asked']);
  await found;
  expect(devices()).toEqual(['webgpu asked', 'webgpu left']);
  await trials.measure(SETTINGS);
  expect(devices().slice(2)).toEqual(['wasm used', 'wasm left', 'webgpu used', 'webgpu left']);
});

it('neither looks for a device that is passed over nor tries it', async () => {
  const { trials, devices, lookAtMachine, tried } = setUp(GPU);
  trials.passOver([{ backend: 'webgpu', reason: 'failed' }]);
  await trials.fastestFor(SETTINGS);
  expect(lookAtMachine.mock.calls).toEqual([[false]]);
  expect(devices()).toEqual([]);
  await trials.measure(SETTINGS);
  expect(tried()).toEqual(['wasm']);
});
