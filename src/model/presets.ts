import type { Network } from './network';
import { parseNetwork } from './notation';
import type { Settings } from './settings';

/** A preset sets everything about the network and how it is trained, but not on what data, by which seed, and where. */
export type PresetSettings = Omit<
  Settings,
  'dataset' | 'backend' | 'trainStep' | 'workers' | 'seed' | 'trainingImages'
>;

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
} as const;

/** To add a preset: one entry here and its name in the language files. */
export const PRESETS = {
  'one-epoch': { ...COMMON, network: [...network('c24k5-p2-c32k3-p2-d128-d10')] },
  'tfjs-examples': { ...COMMON, network: [...network('c8k5-p2-c16k5-p2-d10')] },
} as const satisfies Record<string, PresetSettings>;
export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];
export const DEFAULT_PRESET: PresetId = 'one-epoch';

export const DEFAULT_SETTINGS: Settings = {
  ...PRESETS[DEFAULT_PRESET],
  dataset: 'mnist',
  backend: 'auto',
  trainStep: 'auto',
  workers: 'auto',
  seed: 1,
  trainingImages: 55_000,
};

/** The preset whose network the settings have, whatever else was changed since; 'custom' where there is none. */
export function presetOf(settings: Settings): PresetId | 'custom' {
  const own = JSON.stringify(settings.network);
  return PRESET_IDS.find((id) => JSON.stringify(PRESETS[id].network) === own) ?? 'custom';
}
