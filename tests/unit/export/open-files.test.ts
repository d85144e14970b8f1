import { beforeAll, describe, expect, test } from 'vitest';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { writeAbout } from '../../../src/export/about-network';
import { inUsualOrder, isClassOrder, usualOrder } from '../../../src/export/class-order';
import { namedTensors } from '../../../src/export/named-tensors';
import { toOnnx } from '../../../src/export/onnx/to-onnx';
import { writeModel } from '../../../src/export/onnx/write-messages';
import { openFiles } from '../../../src/export/open-files';
import { writeRun } from '../../../src/export/run/write-run';
import { writeSafetensors } from '../../../src/export/safetensors/write-safetensors';
import { zipped } from '../../../src/export/zip';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { softmaxRows } from '../../../src/metrics/logits';
import { FILE_RUN } from '../../fixtures/file-run';
import { leastModel } from '../../fixtures/keras-model';
import { startOnnxRuntimeInNode } from '../../fixtures/onnx-runtime';
import { inkImages, trained } from '../../fixtures/trained-networks';

const NETWORK = trained('c2k5-p4-d10');
const ABOUT = writeAbout(
  NETWORK,
  Array.from({ length: 10 }, (_, i) => `${i}`),
);
const utf8 = (text: string) => new TextEncoder().encode(text);
const least = leastModel();
const MODEL = { name: 'model.json', content: JSON.stringify(least.json) };
const WEIGHTS = { name: 'weights.bin', content: least.bytes };
const given = ({ name, content }: { name: string; content: string | Uint8Array<ArrayBuffer> }) => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : content,
});

beforeAll(startOnnxRuntimeInNode, 60_000);

describe('files are known by what they hold', () => {
  test('ONNX and safetensors', async () => {
    const onnx = writeModel(toOnnx(NETWORK, new Map([['digit-lab', ABOUT]])));
    const safetensors = writeSafetensors(namedTensors(NETWORK), { 'digit-lab': ABOUT });
    const network = NETWORK;
    expect(await openFiles([{ name: 'a', bytes: onnx }])).toMatchObject({
      kind: 'network',
      format: 'onnx',
      network,
    });
    expect(await openFiles([{ name: 'a', bytes: safetensors }])).toMatchObject({
      format: 'safetensors',
      network,
    });
  });

  test('an ONNX file is read by ONNX Runtime as well, whether it ends with probabilities or before', async () => {
    const model = toOnnx(NETWORK, new Map());
    const last = model.nodes.at(-1);
    expect(last?.operator).toBe('Softmax');
    const output = last?.inputs[0] ?? '';
    const logits = {
      ...model,
      nodes: model.nodes.slice(0, -1),
      outputs: model.outputs.map((value) => ({ ...value, name: output })),
    };
    const images = inkImages(3);
    const wanted = softmaxRows(await logitsOf(NETWORK, images), 10);
    for (const one of [model, logits]) {
      const opened = await openFiles([{ name: 'a', bytes: writeModel(one) }]);
      const found = opened.kind === 'network' ? await opened.reread?.(images) : undefined;
      expect(largestDifference(found ?? new Float32Array(30), wanted)).toBeLessThan(1e-5);
    }
  });

  test('a model.json with its weights, in any order and in an archive', async () => {
    const wanted = { kind: 'network', format: 'tfjs', isOwn: false };
    expect(await openFiles([WEIGHTS, MODEL].map(given))).toMatchObject(wanted);
    const archive = await zipped([MODEL, { ...WEIGHTS, name: 'in/a/folder/weights.bin' }]);
    expect(await openFiles([{ name: 'a.zip', bytes: archive }])).toMatchObject(wanted);
  });

  test('a run', async () => {
    const bytes = utf8(` \n${writeRun({ run: FILE_RUN, network: undefined })}`);
    expect(await openFiles([{ name: 'a.onnx', bytes }])).toEqual({
      kind: 'run',
      run: FILE_RUN,
      network: undefined,
    });
  });

  test('nothing, a damaged archive and one in another', async () => {
    await expect(openFiles([])).rejects.toThrow('missing');
    await expect(openFiles([{ name: 'a', bytes: utf8('PK and no more') }])).rejects.toThrow('damaged: a');
    const within = await zipped([{ name: 'b.zip', content: await zipped([MODEL, WEIGHTS]) }]);
    await expect(openFiles([{ name: 'a.zip', bytes: within }])).rejects.toThrow('damaged: b.zip');
  });
});

describe('the order of the classes', () => {
  const order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

  test('puts each output where its class is', async () => {
    const images = inkImages(2);
    const before = await logitsOf(NETWORK, images);
    const after = await logitsOf(inUsualOrder(NETWORK, order), images);
    const moved = before.map((_, i) => before[i - (i % 10) + order.indexOf(i % 10)] as number);
    expect(after).toEqual(moved);
  });

  test('has every class once', () => {
    expect(isClassOrder(usualOrder(10), 10)).toBe(true);
    expect(isClassOrder([...order.slice(1), 5], 10)).toBe(false);
    expect(() => inUsualOrder(NETWORK, [0])).toThrow(RangeError);
  });
});
