import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';

test('Automatic passes over a GPU imitated in software, naming it, and takes WASM', async () => {
  const { backend, stepsDown } = await startBackend('auto');
  expect(backend).toBe('wasm');
  expect(tf.getBackend()).toBe('wasm');
  expect(stepsDown).toEqual([
    { backend: 'webgpu', reason: 'software', detail: expect.stringMatching(/swiftshader/i) },
  ]);
});

test('a backend that is asked for is taken although it is software', async () => {
  for (const choice of ['webgl', 'webgpu'] as const) {
    const { backend, device, stepsDown } = await startBackend(choice);
    expect([backend, tf.getBackend(), stepsDown]).toEqual([choice, choice, []]);
    expect(device).toMatch(/swiftshader/i);
  }
});

test('backends can be changed there and back, and leave no tensors', async () => {
  for (const choice of ['wasm', 'cpu', 'webgl', 'wasm', 'webgpu', 'cpu', 'wasm'] as const) {
    await startBackend(choice);
    expect(tf.getBackend()).toBe(choice);
    expect(tf.memory().numTensors).toBe(0);
  }
});

test('calls that overlap are served in their order', async () => {
  const started = await Promise.all([startBackend('cpu'), startBackend('webgl'), startBackend('wasm')]);
  expect(started.map(({ backend }) => backend)).toEqual(['cpu', 'webgl', 'wasm']);
  expect(tf.getBackend()).toBe('wasm');
});

test('a backend that no longer computes is started afresh', async () => {
  await startBackend('webgpu');
  const broken = tf.backend();
  (broken as unknown as { device: GPUDevice }).device.destroy();
  const { backend } = await startBackend('webgpu');
  expect(backend).toBe('webgpu');
  expect(tf.backend()).not.toBe(broken);
});

test('tensors in use keep their backend alive while another one starts', async () => {
  await startBackend('wasm');
  const kept = tf.tensor1d([1, 2, 3]);
  await startBackend('cpu');
  expect([...(await kept.data())]).toEqual([1, 2, 3]);
  kept.dispose();
});
