import { describe, expect, test } from 'vitest';
import { writeAbout } from '../../../src/export/about-network';
import { namedTensors } from '../../../src/export/named-tensors';
import { refusing } from '../../../src/export/read/network-file-error';
import { openSafetensors } from '../../../src/export/safetensors/open-safetensors';
import { readSafetensors } from '../../../src/export/safetensors/read-safetensors';
import { writeSafetensors } from '../../../src/export/safetensors/write-safetensors';
import { trained, variousNetworks } from '../../fixtures/trained-networks';

const NAMES = Array.from({ length: 10 }, (_, i) => `class ${i}`);
const ONE = trained('d12-d10');
const ABOUT = { 'digit-lab': writeAbout(ONE, NAMES) };
const open = (bytes: Uint8Array) => openSafetensors('a', bytes);

test.each(variousNetworks(20))('comes back bit for bit: $text', ({ trained: network }) => {
  const bytes = writeSafetensors(namedTensors(network), { 'digit-lab': writeAbout(network, NAMES) });
  expect(open(bytes)).toEqual({ network, classNames: NAMES, isOwn: true });
});

test('lies in memory as the format says', () => {
  const bytes = writeSafetensors([{ name: 'a', shape: [2], values: Float32Array.of(1, -2) }], { by: 'me' });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  expect(JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))).toEqual({
    __metadata__: { by: 'me' },
    a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
  });
  expect([...bytes.subarray(8 + length)]).toEqual([0, 0, 128, 63, 0, 0, 0, 192]);
});

/** A file with any header. */
function fileOf(header: unknown, bytes: number): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

describe('refuses', () => {
  const tensor = (start: number, end: number, more = {}) => ({
    ...{ dtype: 'F32', shape: [(end - start) / 4], data_offsets: [start, end] },
    ...more,
  });
  test.each<[string, unknown, number, string]>([
    ['a gap', { a: tensor(0, 4), b: tensor(8, 12) }, 12, 'damaged: a: b: begins at 8, not at 4'],
    ['an overlap', { a: tensor(0, 8), b: tensor(4, 12) }, 12, 'damaged: a: b: begins at 4, not at 8'],
    [
      'an end before the start',
      { a: { dtype: 'F32', shape: [0], data_offsets: [0, -4] } },
      0,
      'damaged: a: a',
    ],
    ['bytes that are left over', { a: tensor(0, 4) }, 8, 'damaged: a: : 8 bytes of weights, not 4'],
    ['fewer bytes than it says', { a: tensor(0, 8) }, 4, 'damaged: a: : 4 bytes of weights, not 8'],
    [
      'another shape than there are bytes',
      { a: tensor(0, 4, { shape: [1e9, 1e9] }) },
      4,
      'wrong-shape: a: a: 4 bytes',
    ],
    ['other precision', { a: tensor(0, 4, { dtype: 'BF16' }) }, 4, 'unsupported: a: a: BF16'],
    ['metadata that are no texts', { __metadata__: { a: 1 } }, 0, 'damaged: a: __metadata__'],
    ['a header that is no object', [], 0, 'damaged: a: header'],
  ])('%s', (_, header, bytes, message) => {
    expect(() => readSafetensors(fileOf(header, bytes), refusing('a'))).toThrow(message);
  });

  test('a header of any length', () => {
    const bytes = new Uint8Array(16).fill(255);
    expect(() => readSafetensors(bytes, refusing('a'))).toThrow('too-large: a: header');
    expect(() => readSafetensors(bytes.subarray(0, 7), refusing('a'))).toThrow('damaged: a');
  });

  test('a file without settings, one without a tensor and one with more than the layers have', () => {
    const tensors = namedTensors(ONE);
    expect(() => open(writeSafetensors(tensors, {}))).toThrow('missing: a: digit-lab');
    expect(() => open(writeSafetensors(tensors.slice(1), ABOUT))).toThrow('missing: a: 0.kernel');
    const with1 = (name: string) => [...tensors, { name, shape: [1], values: Float32Array.of(1) }];
    expect(() => open(writeSafetensors(with1('more'), ABOUT))).toThrow('unsupported: a: more: of no layer');
    expect(() => open(writeSafetensors(with1('__proto__'), ABOUT))).toThrow('damaged: a');
  });

  test('weights that are no numbers', () => {
    const spoilt = namedTensors(ONE).map((one) => ({ ...one, values: one.values.map(() => Number.NaN) }));
    expect(() => open(writeSafetensors(spoilt, ABOUT))).toThrow('not-finite: a: 0.kernel');
  });
});
