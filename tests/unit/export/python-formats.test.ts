import { describe, expect, test } from 'vitest';
import { createTakeAwayQuestions } from '../../../src/engine/take-away/take-away-questions';
import type { ExportContext, ExportedFile, ExportFormat } from '../../../src/export/format';
import { keras } from '../../../src/export/keras/keras';
import { notebookCells } from '../../../src/export/keras/notebook/cells';
import { notebook } from '../../../src/export/keras/notebook/notebook';
import { networkCode } from '../../../src/export/pytorch/network-code';
import { pytorch } from '../../../src/export/pytorch/pytorch';
import { fromTorch, torchTensors, toTorch } from '../../../src/export/pytorch/state-dict';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { trainedNetwork } from '../../../src/model/settings';
import { planOf } from '../../../src/model/shapes';
import { sayIn } from '../../fixtures/exports/say';
import { inkImages, trained, variousNetworks } from '../../fixtures/trained-networks';

const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
const ABOUT: ExportContext = {
  name: 'a-network',
  classNames: Array.from({ length: 10 }, (_, digit) => `${digit}`),
  say: sayIn('en'),
  engine,
};
const images = inkImages(2);
const checked = (format: ExportFormat, files: readonly ExportedFile[]) =>
  format.check?.(files, images, ABOUT) ?? Promise.reject(new Error('no check'));

describe.each(Object.entries({ keras, notebook, pytorch }))('%s', (_, format) => {
  test.each(variousNetworks(12))('holds all of $text', async ({ trained: network }) => {
    const read = await checked(format, await format.files(network, ABOUT));
    expect(largestDifference(read, await engine.probabilities(network, images))).toBeLessThan(1e-6);
  });

  test('is seen not to be right where a weight differs', async () => {
    const network = trained('c4k5-p2-n-s6k3-p2-d12-d10');
    const wrong = { ...network, weights: network.weights.map((tensor) => tensor.slice()) };
    (wrong.weights[0] as Float32Array)[3] = 9;
    const read = await checked(format, await format.files(wrong, ABOUT));
    expect(largestDifference(read, await engine.probabilities(network, images))).toBeGreaterThan(1e-4);
  });

  test('gives the same bytes of the same network', async () => {
    const network = trained('c2k3-d10');
    const [a, b] = [await format.files(network, ABOUT), await format.files(network, ABOUT)];
    // HDF5 notes the time.
    if (format !== keras) expect(a).toEqual(b);
  });
});

test('PyTorch’s order of weights and the lab’s are each other’s reverse', () => {
  const { settings, weights } = trained('c3k4s2same-n-s5k3-a2-d7-d10');
  const tensors = torchTensors(settings.network);
  expect(tensors.map(({ name }) => name)).toEqual([
    ...['conv1.weight', 'norm1.weight', 'norm1.bias', 'norm1.running_mean', 'norm1.running_var'],
    ...['separable1_each.weight', 'separable1_mix.weight', 'separable1_mix.bias'],
    ...['dense1.weight', 'dense1.bias', 'dense2.weight', 'dense2.bias'],
  ]);
  for (const [i, tensor] of tensors.entries()) {
    expect(fromTorch(tensor, toTorch(tensor, weights[i] as Float32Array))).toEqual(weights[i]);
  }
});

test('PyTorch drops the same share as the page, also where whole percents are rounded up from a half', () => {
  const code = networkCode(planOf(trained('c2k3-d10').settings.network), 10);
  const [, share] = /self\.dropout = Dropout\((.+), 0\)/.exec(code) ?? [];
  // What it says in Python it says in JavaScript as well, but for `round`, which goes to the even one.
  const toEven = (value: number) => Math.round(value) - Number(value % 2 === 0.5);
  const inPython = new Function('math', 'round', 'settings', `return ${share}`);
  for (const dropout of [0, 0.005, 0.125, 0.29, 0.3, 0.375, 0.625, 0.9]) {
    const last = trainedNetwork({ network: trained('c2k3-d10').settings.network, dropout }).at(-2);
    const percent = last?.type === 'dropout' ? last.percent : 0;
    expect(inPython(Math, toEven, { dropout }), `${dropout}`).toBe(percent / 100);
  }
});

test.each(['ru', 'uk'] as const)('the notebook explains itself in %s, around the same code', (language) => {
  const network = trained('c4k5-p2-n-d10');
  const used = { ...network, settings: { ...network.settings, syntheticShare: 0.3, ema: 0.9 } };
  const cells = (of: 'en' | typeof language) => notebookCells(used, ABOUT.classNames, sayIn(of));
  const code = (of: 'en' | typeof language) => cells(of).filter(({ type }) => type === 'code');
  expect(code(language)).toEqual(code('en'));
  const prose = cells(language).flatMap(({ type, text }) => (type === 'markdown' ? text.split('\n\n') : []));
  expect(prose.filter((paragraph) => !/\p{Script=Cyrillic}{3}/u.test(paragraph))).toEqual([]);
  expect(prose.join(' ')).toContain('30\u00a0%');
  expect(prose.join(' ')).not.toMatch(/\{\{|undefined/);
});
