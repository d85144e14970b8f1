import { expect, test } from 'vitest';
import {
  adapterName,
  candidatesFor,
  isSoftwareAdapter,
  namesSoftware,
} from '../../../../src/engine/backend/backend-choice';

const names = (choice: Parameters<typeof candidatesFor>[0]) =>
  candidatesFor(choice).map(({ backend }) => backend);

test('Automatic tries WebGPU, WASM, WebGL and CPU, and none of them in software', () => {
  expect(names('auto')).toEqual(['webgpu', 'wasm', 'webgl', 'cpu']);
  expect(candidatesFor('auto').some(({ evenIfSoftware }) => evenIfSoftware)).toBe(false);
});

test('a chosen backend comes first, then the others in the order', () => {
  expect(names('webgl')).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  expect(names('wasm')).toEqual(['wasm', 'webgpu', 'webgl', 'cpu']);
});

test('Automatic tries first what was found to be the fastest, be it software', () => {
  expect(candidatesFor('auto', 'wasm').map(({ backend }) => backend)).toEqual([
    'wasm',
    'webgpu',
    'webgl',
    'cpu',
  ]);
  expect(candidatesFor('auto', 'webgpu').map(({ evenIfSoftware }) => evenIfSoftware)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(candidatesFor('webgl', 'webgpu')).toEqual(candidatesFor('webgl'));
});

test('only the chosen backend may be software', () => {
  expect(candidatesFor('webgpu').map(({ evenIfSoftware }) => evenIfSoftware)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.6, 256 bits)',
  'Gallium 0.4 on softpipe',
  'Apple Software Renderer',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
])('takes for software: %s', (device) => {
  expect(namesSoftware(device)).toBe(true);
});

test.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Apple M2',
  'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
  'Adreno (TM) 650',
])('takes for hardware: %s', (device) => {
  expect(namesSoftware(device)).toBe(false);
});

test('an adapter is software by its flag or by any of its names', () => {
  expect(isSoftwareAdapter({ isFallbackAdapter: true, vendor: 'google' })).toBe(true);
  expect(isSoftwareAdapter({ vendor: 'google', architecture: 'swiftshader' })).toBe(true);
  expect(isSoftwareAdapter({ vendor: 'apple', architecture: 'metal-3' })).toBe(false);
});

test('an adapter is called by its most telling name', () => {
  expect(adapterName({ vendor: 'nvidia', architecture: 'ampere', description: 'RTX 3060' })).toBe('RTX 3060');
  expect(adapterName({ vendor: 'nvidia', architecture: 'ampere', description: '' })).toBe('nvidia ampere');
  expect(adapterName({ vendor: '', architecture: '' })).toBeUndefined();
});
