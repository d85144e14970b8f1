import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBlocking, panelsOf, SUMS } from '../../../../../src/engine/train-step/wasm/blocking';

const anyChannels = fc.integer({ min: 1, max: 300 });

describe('a blocking', () => {
  it('fits the registers and keeps what must be together', () => {
    const anyUnit = fc.constantFrom(1, 4, 9);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), anyChannels, anyUnit, (count, channels, unit) => {
        const { rows, vectors } = chooseBlocking(count * unit, channels, unit);
        expect(rows * vectors).toBeLessThanOrEqual(SUMS);
        expect(rows % unit).toBe(0);
        expect(rows).toBeGreaterThan(0);
        expect(vectors).toBeGreaterThan(0);
        expect(vectors).toBeLessThanOrEqual(Math.ceil(channels / 4));
      }),
    );
  });

  it('has several vectors of outputs where there are as many: each input is then loaded once for all', () => {
    expect(chooseBlocking(16, 128).vectors).toBeGreaterThan(1);
  });
});

describe('panels', () => {
  it('hold every vector of outputs once, in order, the last one what is left', () => {
    fc.assert(
      fc.property(anyChannels, fc.integer({ min: 1, max: 12 }), (channels, width) => {
        const panels = panelsOf(channels, width);
        const vectors = panels.flatMap((panel) =>
          Array.from({ length: panel.vectors }, (_, i) => panel.start + i),
        );
        expect(vectors).toEqual(Array.from({ length: Math.ceil(channels / 4) }, (_, i) => i));
        expect(panels.slice(0, -1).every((panel) => panel.vectors === width)).toBe(true);
        expect(panels.at(-1)?.vectors).toBeLessThanOrEqual(width);
      }),
    );
  });
});
