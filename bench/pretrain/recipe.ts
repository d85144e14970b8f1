import { parseNetwork } from '../../src/model/notation';
import { DEFAULT_SETTINGS, PRESETS } from '../../src/model/presets';
import type { Settings } from '../../src/model/settings';

/** How the networks are made that ship. To change one: here, then `npm run pretrain`. */
const fixed = { backend: 'wasm', trainStep: 'fast', seed: 1 } as const;

export const READER_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...PRESETS.handwriting,
  network: [...PRESETS.handwriting.network],
  ...fixed,
};
export const READER_DATA =
  'MNIST: 55,000 training images, changed at random in each epoch; each time another share of them makes way for digits that the lab draws itself. 5,000 images held out fit the temperature.';

export const DETECTOR_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...fixed,
  network: networkOf('c12k5-p2-c24k3-p2-d32-d10'),
  epochs: 10,
};

/** Share of MNIST's validation images that the detector's threshold refuses. 2 % of real digits are the limit. */
export const REFUSED_SHARE = 0.015;

function networkOf(notation: string): Settings['network'] {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return [...parsed.network];
}
