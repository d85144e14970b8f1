import { describe, expect, test } from 'vitest';
import { drawDigits } from '../../src/data/synthetic/draw-digits';
import { createTakeAwayQuestions } from '../../src/engine/take-away/take-away-questions';
import type { ExportContext } from '../../src/export/format';
import { FORMATS } from '../../src/export/formats';
import { largestDifference } from '../../src/metrics/largest-difference';
import { formatNetwork } from '../../src/model/notation';
import { PRESET_IDS, PRESETS } from '../../src/model/presets';
import { sayIn } from '../fixtures/exports/say';
import { trained } from '../fixtures/trained-networks';

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
const about: ExportContext = {
  name: 'a-network',
  classNames: Array.from({ length: 10 }, (_, digit) => `${digit}`),
  say: sayIn('en'),
  engine,
};
const digits = drawDigits(
  Uint8Array.from({ length: 100 }, (_, i) => i % 10),
  { seed: 1, first: 0 },
  { style: 'realistic', noise: 0, blur: 0 },
);
const images = Float32Array.from(digits, (grey) => grey / 255);

describe.each(PRESET_IDS)('the preset %s', (id) => {
  const preset = PRESETS[id];
  const { settings, ...rest } = trained(formatNetwork(preset.network), preset.activation);
  const network = { ...rest, settings: { ...settings, ...preset, network: [...preset.network] } };

  // Once for all formats: the plain forward pass takes its time.
  const wanted = engine.probabilities(network, images);

  test.each(['tfjs', 'onnx'] as const)('computes the same as %s, for a hundred images', async (format) => {
    const { files, check } = await FORMATS[format]();
    const read = await check?.(await files(network, about), images, about);
    expect(read).toHaveLength(1000);
    expect(largestDifference(read as Float32Array, await wanted)).toBeLessThanOrEqual(1e-5);
  });
});
