import type { Network } from './network';
import { parseNetwork } from './notation';
import { differIn, INITIAL_SETTINGS, type SettingName, type Settings } from './settings';

/** On what data, by which seed, and where a network is trained. */
const SURROUNDINGS = [
  'dataset',
  'digits',
  'digitNoise',
  'digitBlur',
  'backend',
  'trainStep',
  'workers',
  'seed',
  'trainingImages',
] as const satisfies readonly SettingName[];
type Surroundings = (typeof SURROUNDINGS)[number];

/** A preset sets everything about the network and how it is trained; of its surroundings the data, where it has its own. */
type PresetSettings = Omit<Settings, Surroundings> & Partial<Pick<Settings, 'dataset' | 'digits'>>;

const network = (notation: string): Network => {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return parsed.network;
};

/** What a preset does not say otherwise. */
const COMMON = Object.fromEntries(
  Object.entries(INITIAL_SETTINGS).filter(([name]) => !SURROUNDINGS.some((other) => other === name)),
) as Omit<Settings, Surroundings | 'network'>;

/** To add a preset: one entry here and its name in the language files. */
export const PRESETS = {
  /** Chosen by the validation images alone (bench/README.md). */
  'one-epoch': {
    ...COMMON,
    network: [...network('c24k5-p2-c32k3-p2-d128-d10')],
    epochs: 1,
    batchSize: 64,
    labelSmoothing: 0.05,
  },
  'best-small': {
    ...COMMON,
    network: [...network('c32k5-p2-n-c48k5-n-c64k3-p2-n-d64-n-d10')],
    epochs: 12,
    labelSmoothing: 0.05,
    shift: 1.5,
    rotation: 10,
    scaling: 0.1,
    shear: 5,
    elastic: 1,
  },
  /** Few parameters by separable convolutions; the mean of each map goes on, and not its pixels. Chosen likewise. */
  tiny: {
    ...COMMON,
    network: [...network('c8k5-p2-n-s16k3-n-s20k3-p2-n-s24k3-n-g-d10')],
    epochs: 40,
    batchSize: 64,
    learningRate: 0.02,
    shift: 1,
    rotation: 8,
    scaling: 0.08,
  },
  /** How the network is trained that ships with the page, which takes longer over it (bench/pretrain/recipe.ts). */
  handwriting: {
    ...COMMON,
    network: [...network('c24k5-p2-c32k3-p2-d128-d10')],
    epochs: 12,
    syntheticShare: 0.3,
    shift: 1,
    rotation: 7,
    scaling: 0.08,
    shear: 5,
    elastic: 1,
  },
  'tfjs-examples': { ...COMMON, network: [...network('c8k5-p2-c16k5-p2-d10')] },
  'notebook-cnn': {
    ...COMMON,
    network: [...network('c32k3-p2-c64k3-p2-x50-d10')],
    learningRate: 0.001,
    schedule: 'constant',
  },
  'homework-mlp': {
    ...COMMON,
    network: [...network('d128-d256-d10')],
    activation: 'sigmoid',
    init: 'normal',
    initStd: 1,
    optimizer: 'sgd',
    // It does for ReLU too, so that only the activation need change; found on validation images.
    learningRate: 0.1,
    schedule: 'constant',
    batchSize: 32,
    epochs: 20,
  },
  'from-scratch-cnn': {
    ...COMMON,
    network: [...network('c4k5-p2-c4k5-p2-d10')],
    learningRate: 1e-5,
    schedule: 'constant',
    batchSize: 32,
    epochs: 80,
  },
  'pseudo-mnist-cnn': {
    ...COMMON,
    network: [...network('c8k3-p2-d10')],
    learningRate: 0.001,
    schedule: 'constant',
    batchSize: 32,
    dataset: 'synthetic',
    digits: 'pseudo',
  },
} as const satisfies Record<string, PresetSettings>;
export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const DEFAULT_PRESET: PresetId = 'one-epoch';

export const DEFAULT_SETTINGS: Settings = { ...INITIAL_SETTINGS, ...PRESETS[DEFAULT_PRESET] };

/**
 * The preset whose network the settings have, whatever else was changed since; of several the one that they differ from
 * in the fewest other settings. 'custom' where there is none.
 */
export function presetOf(settings: Settings): PresetId | 'custom' {
  const differing = (id: PresetId) =>
    (Object.keys(PRESETS[id]) as SettingName[]).filter((name) => differIn(name, PRESETS[id], settings))
      .length;
  const [nearest] = PRESET_IDS.filter((id) => !differIn('network', PRESETS[id], settings))
    .map((id) => ({ id, differing: differing(id) }))
    .sort((a, b) => a.differing - b.differing);
  return nearest?.id ?? 'custom';
}

/** The data that the lab opens on. */
const COMMON_DATA = { dataset: DEFAULT_SETTINGS.dataset, digits: DEFAULT_SETTINGS.digits } as const;

/**
 * What choosing a preset changes. Data that the preset before brought with it go with it: nobody else chose them, and
 * what comes next would be trained on them unawares.
 */
export function changesToPreset(id: PresetId, settings: Settings): Partial<Settings> {
  const before = presetOf(settings);
  const brought: PresetSettings | undefined = before === 'custom' ? undefined : PRESETS[before];
  const isOnThem =
    brought?.dataset !== undefined &&
    brought.dataset === settings.dataset &&
    brought.digits === settings.digits;
  return { ...(isOnThem && COMMON_DATA), ...PRESETS[id] };
}
