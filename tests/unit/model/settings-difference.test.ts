import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../src/model/presets';
import { areAlike, differingSettings } from '../../../src/model/settings-difference';

it('names what differs', () => {
  const other = { ...DEFAULT_SETTINGS, epochs: 9, network: [...PRESETS['tfjs-examples'].network] };
  expect(differingSettings(DEFAULT_SETTINGS, other).sort()).toEqual(['epochs', 'network']);
});

it('passes over where and by what a run is computed', () => {
  const other = { ...DEFAULT_SETTINGS, backend: 'cpu', trainStep: 'reference', workers: '1' } as const;
  expect(areAlike(DEFAULT_SETTINGS, other)).toBe(true);
});

it('passes over what neither heeds', () => {
  const heeds = [
    [{ momentum: 0.5 }, { optimizer: 'momentum' }],
    [{ momentum: 0.5 }, { optimizer: 'nesterov' }],
    [{ rho: 0.5 }, { optimizer: 'rmsprop' }],
    [{ warmup: 0.1 }, { schedule: 'step' }],
    [{ initStd: 0.5 }, { init: 'normal' }],
    [{ digitBlur: 1 }, { dataset: 'synthetic' }],
    [{ digitNoise: 0.1 }, { syntheticShare: 0.5 }],
  ] as const;
  for (const [change, heed] of heeds) {
    expect(areAlike(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...change })).toBe(true);
    const base = { ...DEFAULT_SETTINGS, ...heed };
    expect(areAlike(base, { ...base, ...change })).toBe(false);
  }
  const adam = { beta1: 0.5, beta2: 0.9 };
  const sgd = { ...DEFAULT_SETTINGS, optimizer: 'sgd' } as const;
  expect(areAlike(sgd, { ...sgd, ...adam })).toBe(true);
  expect(differingSettings(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...adam })).toEqual(['beta1', 'beta2']);
  const falling = { ...DEFAULT_SETTINGS, schedule: 'cosine' } as const;
  expect(areAlike(falling, { ...falling, rise: 0.5 })).toBe(true);
  expect(areAlike(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, rise: 0.5 })).toBe(false);
  const drawn = { ...DEFAULT_SETTINGS, dataset: 'synthetic' } as const;
  expect(areAlike(drawn, { ...drawn, syntheticShare: 0.5 })).toBe(true);
});
