import { parseNetwork } from '../../src/model/notation';
import { DEFAULT_SETTINGS, PRESETS } from '../../src/model/presets';
import type { Settings } from '../../src/model/settings';

/** How the networks are made that ship. To change one: here, then `npm run pretrain`. */
const fixed = { backend: 'wasm', trainStep: 'fast', seed: 1 } as const;

/** The preset, for longer than a visitor would wait, and with the average of its weights. */
export const READER_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...PRESETS.handwriting,
  network: [...PRESETS.handwriting.network],
  epochs: 30,
  batchSize: 64,
  learningRate: 0.004,
  ema: 0.999,
  labelSmoothing: 0.05,
  ...fixed,
};
export const READER_DATA =
  'MNIST: 55,000 training images, changed at random in each epoch; each time another share of them makes way for digits that the lab draws itself. The 5,000 images held out, together with 5,000 drawn digits that are not trained on either, fit the temperature.';

/** The drawn digits that fit the temperature: as many as MNIST's validation images, of a series that no training uses. */
export const DRAWN_VALIDATION = { count: 5000, seed: 2 } as const;

export const DETECTOR_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...fixed,
  network: networkOf('c12k5-p2-c24k3-p2-d32-d10'),
  epochs: 14,
};

/** Share of MNIST's validation images that the detector's threshold refuses. 2 % of real digits are the limit. */
export const REFUSED_SHARE = 0.0135;

function networkOf(notation: string): Settings['network'] {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return [...parsed.network];
}
