import { describe, expect, test } from 'vitest';
import { createTakeAwayQuestions } from '../../../src/engine/take-away/take-away-questions';
import type { ExportContext } from '../../../src/export/format';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { EXPORT_CASES, EXPORT_CLASS_NAMES } from '../../fixtures/exports/cases';
import { fingerprints, sweepFingerprint } from '../../fixtures/exports/fingerprints';
import FOUND from '../../fixtures/exports/found.json';
import { sayIn } from '../../fixtures/exports/say';
import { inkImages } from '../../fixtures/trained-networks';

interface Found {
  readonly given: Readonly<Record<'keras' | 'notebook' | 'pytorch', string>>;
  /** What each library made of the images, [3, 10]. */
  readonly found: Readonly<Record<'keras' | 'pytorch' | 'onnx', readonly (readonly number[])[]>>;
}
const found: Readonly<Record<string, Found>> = FOUND.networks;

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
const about = (name: string): ExportContext => ({
  name,
  classNames: EXPORT_CLASS_NAMES,
  say: sayIn('en'),
  engine,
});
const images = inkImages(3);

/** What `npm run test:exports` has found and kept, held without Python. */
describe.each(EXPORT_CASES)('$name', ({ name, network }) => {
  test('is written as Python has read it; `npm run test:exports` reads it anew', async () => {
    expect(found[name]?.given).toEqual(await fingerprints(network, about(name)));
  });

  test('is in Keras, PyTorch and ONNX Runtime what it is in the lab', async () => {
    const own = await engine.probabilities(network, images);
    const read = Object.entries(found[name]?.found ?? {});
    expect(read.map(([library]) => library).sort()).toEqual(['keras', 'onnx', 'pytorch']);
    for (const [library, probabilities] of read) {
      expect(largestDifference(Float32Array.from(probabilities.flat()), own), library).toBeLessThan(1e-5);
    }
  });
});

test('a sweep is written as Optuna has run it; `npm run test:exports` runs it anew', () => {
  expect(FOUND.sweep).toBe(sweepFingerprint());
});
