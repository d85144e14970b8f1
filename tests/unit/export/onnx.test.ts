import { beforeAll, describe, expect, test } from 'vitest';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { readByOnnxRuntime } from '../../../src/export/onnx/check-onnx';
import { toOnnx } from '../../../src/export/onnx/to-onnx';
import { writeModel } from '../../../src/export/onnx/write-messages';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { softmaxRows } from '../../../src/metrics/logits';
import { startOnnxRuntimeInNode } from '../../fixtures/onnx-runtime';
import { inkImages, variousNetworks } from '../../fixtures/trained-networks';

beforeAll(startOnnxRuntimeInNode, 60_000);

describe('a network as ONNX', () => {
  test.each(variousNetworks(12))('computes the same in ONNX Runtime: $text', async ({ trained }) => {
    const images = inkImages(4);
    const read = await readByOnnxRuntime(writeModel(toOnnx(trained, new Map())), images);
    expect(largestDifference(read, softmaxRows(await logitsOf(trained, images), 10))).toBeLessThan(1e-5);
  });
});
