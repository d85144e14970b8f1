import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { differInSpeed, knownSpeedsFrom, MOST_KNOWN_SPEEDS } from '../../../src/model/speeds';

const GOOD = { key: 'a network', speeds: [{ backend: 'wasm', imagesPerSecond: 49_000 }] };

it('takes speeds as they were kept', () => {
  expect(knownSpeedsFrom([GOOD])).toEqual([GOOD]);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['no list', { 0: GOOD, length: 1 }],
  ['no record', ['x', null, 7, []]],
  ['no key', [{ ...GOOD, key: '' }]],
  ['an endless key', [{ ...GOOD, key: 'x'.repeat(1001) }]],
  ['no speeds', [{ ...GOOD, speeds: [] }]],
  ['a backend that has no fast step', [{ ...GOOD, speeds: [{ backend: 'cpu', imagesPerSecond: 1 }] }]],
  ['infinity', [{ ...GOOD, speeds: [{ backend: 'wasm', imagesPerSecond: Number.POSITIVE_INFINITY }] }]],
  ['NaN', [{ ...GOOD, speeds: [{ backend: 'wasm', imagesPerSecond: Number.NaN }] }]],
  ['a speed below none', [{ ...GOOD, speeds: [{ backend: 'wasm', imagesPerSecond: -1 }] }]],
  ['fields of others', [{ ...GOOD, more: 1 }]],
])('takes nothing of %s', (_, kept) => {
  expect(knownSpeedsFrom(kept)).toEqual([]);
});

it('takes what is sound beside what is not, and the latest of too many', () => {
  expect(knownSpeedsFrom([null, GOOD])).toEqual([GOOD]);
  const many = Array.from({ length: 3 * MOST_KNOWN_SPEEDS }, (_, i) => ({ ...GOOD, key: `${i}` }));
  expect(knownSpeedsFrom(many)).toEqual(many.slice(-MOST_KNOWN_SPEEDS));
});

it('tells settings apart by what decides the speed', () => {
  const differs = (changes: Partial<typeof DEFAULT_SETTINGS>) =>
    differInSpeed(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...changes });
  expect(differs({ batchSize: 7 })).toBe(true);
  expect(differs({ backend: 'wasm' })).toBe(true);
  expect(differs({ seed: 7, epochs: 9, learningRate: 1 })).toBe(false);
});
