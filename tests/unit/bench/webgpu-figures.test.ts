import { describe, expect, it } from 'vitest';
import { webGpuFigures, webGpuTable } from '../../../bench/speed/webgpu-figures';

const speeds = {
  'wasm-1': 30_000,
  'webgpu-32': 600,
  'webgpu-128': 900,
  'tfjs-webgpu': 30,
  'jax-js-webgpu': 240,
};
const call = { dispatches: 12, submits: 0.25, uploadedBytes: 544, buffers: 0 };
const calls = new Map(
  ['webgpu-32', 'webgpu-128', 'tfjs-webgpu', 'jax-js-webgpu'].map((name) => [name, call]),
);
const figures = webGpuFigures(speeds, calls);

describe('the figures of WebGPU', () => {
  it('are those of the trainers whose calls were counted', () => {
    expect(Object.keys(figures)).toEqual(['webgpu-32', 'webgpu-128', 'tfjs-webgpu', 'jax-js-webgpu']);
    expect(figures['tfjs-webgpu']).toEqual({
      imagesPerSecond: 30,
      dispatchesPerStep: 12,
      submitsPerStep: 0.25,
      uploadedBytesPerStep: 544,
    });
  });

  it('set the project’s own step beside whoever ran', () => {
    expect(figures['webgpu-128']?.over).toEqual({ 'jax-js-webgpu': 3.75, 'tfjs-webgpu': 30 });
  });

  it('leave cells empty where there is nobody to compare with', () => {
    const lines = webGpuTable(figures).split('\n');
    expect(lines[2]).toMatch(/webgpu-128 +900 +12 +0.25 +544 +3.75 × +30 ×$/);
    expect(lines.at(-1)).toMatch(/tfjs-webgpu +30 +12 +0.25 +544$/);
  });
});
