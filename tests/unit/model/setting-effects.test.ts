import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../src/model/presets';
import {
  CHOICES,
  isSameNetwork,
  NUMBERS,
  needsNewNetwork,
  needsOtherData,
  type SettingName,
  type Settings,
} from '../../../src/model/settings';
import { areAlike } from '../../../src/model/settings-difference';

/** Settings with another value of one, whichever. */
function withOther(name: SettingName, base: Settings): Settings {
  if (name === 'network') return { ...base, network: [...PRESETS['tfjs-examples'].network] };
  if (name in CHOICES) {
    const { options } = CHOICES[name as keyof typeof CHOICES];
    return { ...base, [name]: options.find((option) => option !== base[name]) };
  }
  const { min, max } = name === 'seed' ? { min: 0, max: 9 } : NUMBERS[name as keyof typeof NUMBERS];
  return { ...base, [name]: base[name] === max ? min : max };
}

const NAMES = (Object.keys(DEFAULT_SETTINGS) as SettingName[]).sort();
const namesWhere = (base: Settings, differs: (a: Settings, b: Settings) => boolean) =>
  NAMES.filter((name) => differs(base, withOther(name, base)));

it('makes a new network for what its weights start from and where it is computed', () => {
  const always = ['activation', 'backend', 'init', 'network', 'seed', 'trainStep', 'workers'];
  expect(namesWhere(DEFAULT_SETTINGS, needsNewNetwork)).toEqual(always);
  const normal = { ...DEFAULT_SETTINGS, init: 'normal' } as const;
  expect(namesWhere(normal, needsNewNetwork)).toEqual([...always, 'initStd'].sort());
});

it('calls networks of other layers or another activation other networks', () => {
  expect(namesWhere(DEFAULT_SETTINGS, (a, b) => !isSameNetwork(a, b))).toEqual(['activation', 'network']);
});

it('loads other data for another data set, and draws others anew', () => {
  expect(namesWhere(DEFAULT_SETTINGS, needsOtherData)).toEqual(['dataset']);
  const drawn = { ...DEFAULT_SETTINGS, dataset: 'synthetic' } as const;
  expect(namesWhere(drawn, needsOtherData)).toEqual(['dataset', 'digitBlur', 'digitNoise', 'digits']);
});

it('compares all that a run heeds', () => {
  const unheeded = namesWhere(DEFAULT_SETTINGS, areAlike);
  const place = ['backend', 'trainStep', 'workers'];
  const others = ['digitBlur', 'digitNoise', 'digits', 'initStd', 'momentum', 'rho', 'warmup'];
  expect(unheeded).toEqual([...place, ...others].sort());
});
