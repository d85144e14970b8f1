import { expect, it } from 'vitest';
import { SpeedMemory } from '../../../../src/engine/speed/speed-memory';
import { MOST_KNOWN_SPEEDS } from '../../../../src/model/speeds';

const figure = (imagesPerSecond: number) => ({ imagesPerSecond });

it('remembers by network and backend', () => {
  const memory = new SpeedMemory();
  memory.put('a', 'wasm', figure(1));
  memory.put('a', 'webgpu', figure(2));
  expect([memory.get('a', 'wasm'), memory.get('a', 'webgpu'), memory.get('b', 'wasm')]).toEqual([
    figure(1),
    figure(2),
    undefined,
  ]);
});

it('hands out figures to be kept, and no failures', () => {
  const memory = new SpeedMemory();
  memory.put('a', 'wasm', figure(1));
  memory.put('a', 'webgpu', { failure: { code: 'no-answer', seconds: 3 } });
  memory.put('b', 'webgpu', { failure: { code: 'failed', detail: 'gone' } });
  expect(memory.figures()).toEqual([{ key: 'a', speeds: [{ backend: 'wasm', imagesPerSecond: 1 }] }]);
});

it('takes in what was known before and knows better what it has measured itself', () => {
  const memory = new SpeedMemory();
  memory.put('a', 'wasm', figure(1));
  memory.learn([
    { key: 'a', speeds: [{ backend: 'wasm', imagesPerSecond: 7 }] },
    { key: 'b', speeds: [{ backend: 'wasm', imagesPerSecond: 8 }] },
  ]);
  expect([memory.get('a', 'wasm'), memory.get('b', 'wasm')]).toEqual([figure(1), figure(8)]);
  expect(memory.figures().map(({ key }) => key)).toEqual(['b', 'a']);
});

it('keeps the latest', () => {
  const memory = new SpeedMemory();
  for (let i = 0; i < MOST_KNOWN_SPEEDS; i++) memory.put(`${i}`, 'wasm', figure(1));
  memory.put('0', 'wasm', figure(2));
  memory.put('new', 'wasm', figure(3));
  const keys = memory.figures().map(({ key }) => key);
  expect(keys).toHaveLength(MOST_KNOWN_SPEEDS);
  expect(keys.slice(-2)).toEqual(['0', 'new']);
  expect(keys).not.toContain('1');
});
