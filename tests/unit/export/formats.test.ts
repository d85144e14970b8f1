import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTakeAwayQuestions } from '../../../src/engine/take-away/take-away-questions';
import type { ExportContext, ExportedFile } from '../../../src/export/format';
import { FORMATS } from '../../../src/export/formats';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { sayIn } from '../../fixtures/exports/say';
import { startOnnxRuntimeInNode } from '../../fixtures/onnx-runtime';
import { inkImages, trained } from '../../fixtures/trained-networks';

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
const ABOUT: ExportContext = {
  name: 'a-network',
  classNames: Array.from({ length: 10 }, (_, digit) => `${digit}`),
  say: sayIn('en'),
  engine,
};
const network = trained('c4k5-p2-n-s6k3-p2-d12-d10');

beforeAll(async () => {
  await tf.setBackend('cpu');
  await startOnnxRuntimeInNode();
}, 60_000);

describe.each(Object.entries(FORMATS))('%s', (_, load) => {
  test('gives files with content and plain names', async () => {
    const files: readonly ExportedFile[] = await (await load()).files(network, ABOUT);
    expect(files.length).toBeGreaterThan(0);
    for (const { name, content } of files) {
      expect(name).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(content.length).toBeGreaterThan(0);
    }
  });

  test('reads the same as the network, where it can be read here', async () => {
    const format = await load();
    const images = inkImages(3);
    const read = await format.check?.(await format.files(network, ABOUT), images, ABOUT);
    if (read) expect(largestDifference(read, await engine.probabilities(network, images))).toBeLessThan(1e-5);
  });
});
