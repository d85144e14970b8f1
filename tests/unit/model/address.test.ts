import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressFromSettings, foreignPart, settingsFromAddress } from '../../../src/model/address';
import { DEFAULT_SETTINGS, PRESET_IDS, PRESETS } from '../../../src/model/presets';
import { CHOICES, NUMBERS, SEED, type Settings, settingsSchema } from '../../../src/model/settings';
import { planNetwork } from '../../../src/model/shapes';
import { anyLayers } from './networks';

const choice = <T extends string>(options: readonly T[]) => fc.constantFrom(...options);
const number = ({ min, max, whole }: { min: number; max: number; whole: boolean }) =>
  whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
const map = <T extends object, V>(table: T, arbitrary: (value: T[keyof T]) => fc.Arbitrary<V>) =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, arbitrary(value)]));

const possibleNetwork = fc.oneof(
  fc.constantFrom(...PRESET_IDS.map((id) => [...PRESETS[id].network])),
  anyLayers.map((layers) => [...layers.slice(0, 4), { type: 'dense' as const, units: 10 }]),
);
const anySettings = fc.record({
  ...map(CHOICES, ({ options }) => choice(options as readonly string[])),
  ...map(NUMBERS, number),
  seed: fc.integer({ min: SEED.min, max: SEED.max }),
  network: possibleNetwork.filter((layers) => planNetwork(layers).ok),
}) as unknown as fc.Arbitrary<Settings>;

describe('the address', () => {
  it('carries every setting there and back', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        // −0 is written as 0.
        const plain = JSON.parse(JSON.stringify(settings)) as Settings;
        expect(settingsFromAddress(addressFromSettings(plain))).toEqual({ settings: plain, notes: [] });
      }),
    );
  });

  it('is empty for the defaults, and short for what differs', () => {
    expect(addressFromSettings(DEFAULT_SETTINGS)).toBe('');
    expect(addressFromSettings({ ...DEFAULT_SETTINGS, epochs: 2, backend: 'wasm' })).toBe(
      'backend=wasm&epochs=2',
    );
    expect(addressFromSettings({ ...DEFAULT_SETTINGS, trainStep: 'fast', workers: '2' })).toBe(
      'step=fast&workers=2',
    );
    expect(settingsFromAddress('?')).toEqual({ settings: DEFAULT_SETTINGS, notes: [] });
  });

  it('keeps what is not about settings', () => {
    expect(foreignPart('?lr=0.1&class=7b&net=d10&lang=en')).toBe('class=7b&lang=en');
  });

  it('clamps a value out of range and says so', () => {
    const { settings, notes } = settingsFromAddress('?lr=-1&batch=1e9&epochs=2.6&seed=-5');
    expect(settings).toMatchObject({ learningRate: 1e-6, batchSize: 1024, epochs: 3, seed: 0 });
    expect(notes).toContainEqual({ code: 'clamped', key: 'lr', given: '-1', used: '0.000001' });
    expect(notes.map(({ code, key }) => `${code} ${key}`).sort()).toEqual([
      'clamped batch',
      'clamped lr',
      'clamped seed',
      'rounded epochs',
    ]);
  });

  it('takes the nearest number of workers and says so', () => {
    const read = (value: string) => {
      const { settings, notes } = settingsFromAddress(`?workers=${value}`);
      return [settings.workers, ...notes.map(({ code, used }) => `${code} ${used}`)];
    };
    expect(read('99')).toEqual(['8', 'clamped 8']);
    expect(read('0')).toEqual(['1', 'clamped 1']);
    expect(read('-Infinity')).toEqual(['1', 'clamped 1']);
    expect(read('2.4')).toEqual(['2', 'rounded 2']);
    expect(read('03')).toEqual(['3']);
    expect(read('auto')).toEqual(['auto']);
  });

  it.each([
    ['lr', 'NaN'],
    ['lr', ''],
    ['epochs', 'three'],
    ['seed', 'x'],
    ['optimizer', 'lbfgs'],
    ['step', 'slow'],
    ['workers', 'many'],
    ['workers', ''],
    ['preset', 'resnet'],
    ['net', 'c24k5-huh'],
  ])('keeps the default where %s is %j, and says so', (key, value) => {
    const { settings, notes } = settingsFromAddress(`?${key}=${value}`);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(notes).toMatchObject([{ code: 'unknown', key }]);
  });

  it('keeps the default network where another is impossible', () => {
    const { settings, notes } = settingsFromAddress('?net=p4-p4-p4-d10');
    expect(settings.network).toEqual(DEFAULT_SETTINGS.network);
    expect(notes).toMatchObject([
      {
        ...{ code: 'impossible-network', used: 'c24k5-p2-c32k3-p2-d128-d10' },
        problem: { code: 'too-small', layer: 2 },
      },
    ]);
    const problemOf = (net: string) => settingsFromAddress(`?net=${net}`).notes[0]?.problem;
    expect(problemOf('c999k3-d10')).toMatchObject({ code: 'out-of-range', max: 256 });
    expect(problemOf(Array(25).fill('d10').join('-'))).toMatchObject({ code: 'too-many-layers' });
  });

  it('brings a network for other classes with ten, and says so: its data come by no address', () => {
    const { settings, notes } = settingsFromAddress('?net=d32-d26');
    expect(settings.network).toEqual(settingsFromAddress('?net=d32-d10').settings.network);
    expect(notes).toEqual([{ code: 'other-classes', key: 'net', given: 'd32-d26', used: 'd32-d10' }]);
  });

  it('takes a preset first and what stands beside it after', () => {
    const { settings } = settingsFromAddress('?epochs=7&preset=tfjs-examples');
    expect(settings).toMatchObject({ ...PRESETS['tfjs-examples'], epochs: 7 });
  });

  it('gives valid settings for any address, and cuts what it repeats', () => {
    const keys = fc.constantFrom(
      'lr',
      'epochs',
      'batch',
      'net',
      'preset',
      'backend',
      'step',
      'workers',
      'seed',
      'train',
      '__proto__',
    );
    const query = fc
      .array(fc.tuple(keys, fc.oneof(fc.string({ maxLength: 60 }), fc.double().map(String))))
      .map((pairs) => new URLSearchParams(pairs).toString());
    fc.assert(
      fc.property(query, (text) => {
        const { settings, notes } = settingsFromAddress(text);
        expect(settingsSchema.safeParse(settings).success).toBe(true);
        expect(notes.every((note) => note.given.length <= 40)).toBe(true);
      }),
    );
  });
});
