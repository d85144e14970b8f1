import { expect, it } from 'vitest';
import { candidatesOn, fastestOf, type Machine, speedKey } from '../../../../src/engine/speed/candidates';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { CandidateSpeed } from '../../../../src/protocol/speed';
import { network } from '../../../fixtures/networks';

const PLAIN: Machine = { cores: 2, adapter: undefined };
const WITH_GPU: Machine = { cores: 2, adapter: { name: 'a GPU', software: false } };

const settingsWith = (changes: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...changes });
const named = (machine: Machine, changes: Partial<Settings> = {}) =>
  candidatesOn(machine, settingsWith(changes)).map(({ backend }) => backend);

it('has WASM with all workers, and WebGPU where an adapter answers', () => {
  expect(candidatesOn(WITH_GPU, DEFAULT_SETTINGS)).toEqual([
    { backend: 'wasm', software: false, workers: 2 },
    { backend: 'webgpu', software: false, device: 'a GPU' },
  ]);
  expect(named(PLAIN)).toEqual(['wasm']);
});

it.each<[string, Partial<Settings>]>([
  ['the backend is chosen', { backend: 'webgpu' }],
  ['the reference is asked for', { trainStep: 'reference' }],
  ['the network is impossible', { network: [...network('p2-p2-p2-p2-p2-p2-d10')] }],
])('has none where %s', (_, changes) => {
  expect(named(WITH_GPU, changes)).toEqual([]);
});

it('leaves out WebGPU where its kernels can’t do the network', () => {
  expect(named(WITH_GPU, { activation: 'gelu' })).toEqual(['wasm']);
  expect(named(WITH_GPU, { network: [...network('s8k3s2-d10')] })).toEqual(['wasm']);
});

it.each<[string, Partial<Settings>]>([
  ['network', { network: [...network('d10')] }],
  ['dropout', { dropout: 0.5 }],
  ['activation', { activation: 'tanh' }],
  ['batch size', { batchSize: 7 }],
  ['optimizer', { optimizer: 'sgd' }],
  ['workers', { workers: '1' }],
])('names another %s by another key', (_, changes) => {
  expect(speedKey(settingsWith(changes), PLAIN)).not.toBe(speedKey(DEFAULT_SETTINGS, PLAIN));
});

it('names the machine in the key, and nothing that has no say', () => {
  const machines: Machine[] = [
    PLAIN,
    WITH_GPU,
    { ...PLAIN, cores: 4 },
    { cores: 2, adapter: { software: false } },
    { cores: 2, adapter: { name: 'another GPU', software: false } },
  ];
  const keys = machines.map((machine) => speedKey(DEFAULT_SETTINGS, machine));
  expect(new Set(keys).size).toBe(machines.length);
  const same = settingsWith({ seed: 9, learningRate: 1, epochs: 7, trainStep: 'fast' });
  expect(speedKey(same, PLAIN)).toBe(speedKey(DEFAULT_SETTINGS, PLAIN));
});

const speed = (
  backend: CandidateSpeed['backend'],
  imagesPerSecond: number | undefined,
  software = false,
): CandidateSpeed => ({
  backend,
  software,
  result: imagesPerSecond === undefined ? undefined : { imagesPerSecond },
});
const failed: CandidateSpeed = {
  backend: 'webgpu',
  software: false,
  result: { failure: { code: 'no-answer', seconds: 3 } },
};

it('finds the fastest of what was measured', () => {
  expect(fastestOf([speed('wasm', 100), speed('webgpu', 900)])).toBe('webgpu');
  expect(fastestOf([speed('wasm', 900), speed('webgpu', 100)])).toBe('wasm');
  expect(fastestOf([speed('wasm', 100), speed('webgpu', 900, true)])).toBe('webgpu');
  expect(fastestOf([speed('wasm', 100), failed])).toBe('wasm');
});

it('finds none while one is untried that is more than imitated', () => {
  expect(fastestOf([speed('wasm', 100), speed('webgpu', undefined)])).toBeUndefined();
  expect(fastestOf([speed('wasm', 100), speed('webgpu', undefined, true)])).toBe('wasm');
  expect(fastestOf([speed('wasm', undefined), failed])).toBeUndefined();
  expect(fastestOf([])).toBeUndefined();
});
