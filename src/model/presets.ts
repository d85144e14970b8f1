import type { Network } from './network';
import { parseNetwork } from './notation';
import type { Settings } from './settings';

/** On what data, by which seed, and where a network is trained. */
type Surroundings =
  | 'dataset'
  | 'digits'
  | 'digitNoise'
  | 'digitBlur'
  | 'backend'
  | 'trainStep'
  | 'workers'
  | 'seed'
  | 'trainingImages';

/** A preset sets everything about the network and how it is trained; of its surroundings the data, where it has its own. */
type PresetSettings = Omit<Settings, Surroundings> & Partial<Pick<Settings, 'dataset' | 'digits'>>;

const network = (notation: string): Network => {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return parsed.network;
};

const COMMON = {
  epochs: 3,
  batchSize: 128,
  learningRate: 0.01,
  optimizer: 'adam',
  momentum: 0.9,
  schedule: 'one-cycle',
  activation: 'relu',
  init: 'glorot',
  initStd: 1,
  dropout: 0,
  labelSmoothing: 0,
  syntheticShare: 0,
  shift: 0,
  rotation: 0,
  scaling: 0,
  shear: 0,
  elastic: 0,
  strokeWidth: 0,
  contrast: 0,
} as const;

/** To add a preset: one entry here and its name in the language files. */
export const PRESETS = {
  'one-epoch': { ...COMMON, network: [...network('c24k5-p2-c32k3-p2-d128-d10')] },
  /** How the network is trained that ships with the page (bench/pretrain). */
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

export const DEFAULT_SETTINGS: Settings = {
  ...PRESETS[DEFAULT_PRESET],
  dataset: 'mnist',
  digits: 'realistic',
  digitNoise: 0,
  digitBlur: 0,
  backend: 'auto',
  trainStep: 'auto',
  workers: 'auto',
  seed: 1,
  trainingImages: 55_000,
};

/**
 * The preset whose network the settings have, whatever else was changed since; of several the one that they differ from
 * in the fewest other settings. 'custom' where there is none.
 */
export function presetOf(settings: Settings): PresetId | 'custom' {
  const own = JSON.stringify(settings.network);
  const differing = (preset: PresetSettings) =>
    Object.entries(preset).filter(
      ([name, value]) => name !== 'network' && settings[name as keyof Settings] !== value,
    ).length;
  const [nearest] = PRESET_IDS.filter((id) => JSON.stringify(PRESETS[id].network) === own)
    .map((id) => ({ id, differing: differing(PRESETS[id]) }))
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
