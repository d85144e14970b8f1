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
    [{ initStd: 0.5 }, { init: 'normal' }],
    [{ digitBlur: 1 }, { dataset: 'synthetic' }],
    [{ digitNoise: 0.1 }, { syntheticShare: 0.5 }],
  ] as const;
  for (const [change, heed] of heeds) {
    expect(areAlike(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...change })).toBe(true);
    const base = { ...DEFAULT_SETTINGS, ...heed };
    expect(areAlike(base, { ...base, ...change })).toBe(false);
  }
  const drawn = { ...DEFAULT_SETTINGS, dataset: 'synthetic' } as const;
  expect(areAlike(drawn, { ...drawn, syntheticShare: 0.5 })).toBe(true);
});
