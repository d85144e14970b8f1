import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRun } from '../../../src/export/run/read-run';
import { writeRun } from '../../../src/export/run/write-run';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { FILE_NETWORK, FILE_RUN, FILE_RUN_OF_LETTERS } from '../../fixtures/file-run';

const throughFile = (text: string) => readRun('a.digitlab.json', JSON.parse(text));

describe('a run as one file', () => {
  test('comes back whole, with its weights bit for bit', () => {
    const file = { run: FILE_RUN, network: FILE_NETWORK };
    expect(throughFile(writeRun(file))).toEqual(file);
  });

  test('says what its classes are called, in words that can stand in a sentence', () => {
    const text = writeRun({ run: FILE_RUN_OF_LETTERS, network: undefined });
    expect(throughFile(text).run.data).toEqual(FILE_RUN_OF_LETTERS.data);
    const spoilt = text.replace('"C"', JSON.stringify(`${'Z'.repeat(30)}`)).replace('"D"', '" "');
    const named = throughFile(spoilt).run.data?.classNames;
    expect(named?.slice(1, 5)).toEqual(['B', 'Z'.repeat(24), '3', 'E']);
  });

  test('goes without weights, and without what is not known of it', () => {
    const { validation: _, ...rest } = FILE_RUN;
    const run = { ...rest, validation: undefined, test: undefined, data: undefined, ending: undefined };
    expect(throughFile(writeRun({ run, network: undefined }))).toEqual({ run, network: undefined });
  });

  // A version that was ever written is read for good.
  test.each([
    [1, FILE_RUN.data],
    [2, FILE_RUN_OF_LETTERS.data],
  ])('of version %i is read', (version, data) => {
    const path = new URL(`../../fixtures/runs/version-${version}.digitlab.json`, import.meta.url);
    const text = readFileSync(path, 'utf8');
    // Of then, whatever is usual today.
    const settings = { ...DEFAULT_SETTINGS, ...JSON.parse(text).run.settings };
    const run = { ...FILE_RUN, settings, data };
    expect(throughFile(text)).toEqual({ run, network: { ...FILE_NETWORK, settings } });
  });

  test('takes settings that are younger than itself as they are for everybody', () => {
    const json = JSON.parse(writeRun({ run: FILE_RUN, network: undefined }));
    delete json.run.settings.clipNorm;
    expect(readRun('a', json).run.settings.clipNorm).toBe(0);
  });
});

describe('refuses', () => {
  const json = () => JSON.parse(writeRun({ run: FILE_RUN, network: FILE_NETWORK }));
  test.each<[string, (file: ReturnType<typeof json>) => void, string]>([
    ['a later version', (file) => Object.assign(file, { version: 3 }), 'unsupported: a: version: 3'],
    [
      'digits that are called something else',
      (file) => Object.assign(file.run.data, { classNames: [...'ABCDEFGHIJ'] }),
      'damaged: a: run.data',
    ],
    ['a missing field', (file) => delete file.run.curves, 'damaged: a: run.curves'],
    [
      'a network that can not be',
      (file) => file.run.settings.network.pop(),
      'damaged: a: run.settings.network',
    ],
    [
      'more right than there are',
      (file) => Object.assign(file.run.test, { right: 11 }),
      'damaged: a: run.test',
    ],
    [
      'bits of other images',
      (file) => Object.assign(file.run.test, { images: 99 }),
      'damaged: a: run.test.bits',
    ],
    [
      'weights of fewer layers',
      (file) => file.weights.tensors.pop(),
      'wrong-shape: a: weights: 3 tensors, not 4',
    ],
    [
      'weights of another size',
      (file) => file.weights.tensors.splice(1, 1, 'AAAAAA=='),
      'wrong-shape: a: weights.tensors.1: bias: 1 values',
    ],
    [
      'weights that are no numbers',
      (file) => file.weights.tensors.splice(1, 1, 'AADAfwAAgD8='),
      'not-finite: a: weights.tensors.1',
    ],
    [
      'weights that are no base64',
      (file) => file.weights.tensors.splice(1, 1, '*'),
      'damaged: a: weights.tensors.1',
    ],
  ])('%s, and says where', (_, spoil, message) => {
    const file = json();
    spoil(file);
    expect(() => readRun('a', file)).toThrow(message);
  });
});
