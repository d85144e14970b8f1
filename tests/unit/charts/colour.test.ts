import { describe, expect, it } from 'vitest';
import { inkOn, mixColours } from '../../../src/charts/colour';
import { VIRIDIS } from '../../../src/charts/viridis';

describe('mixColours', () => {
  it('gives each end at its share and the middle between them', () => {
    const [from, to] = ['rgb(0, 100, 200)', 'rgb(100, 0, 201)'];
    expect(mixColours(from, to, 0)).toBe(from);
    expect(mixColours(from, to, 1)).toBe(to);
    expect(mixColours(from, to, 0.25)).toBe('rgb(25, 75, 200)');
  });

  it('rejects what is not an rgb colour', () => {
    expect(() => mixColours('light-dark(red, blue)', 'rgb(0, 0, 0)', 0.5)).toThrow(RangeError);
  });
});

describe('inkOn', () => {
  it.each([
    ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ['rgb(232, 127, 107)', 'rgb(0, 0, 0)'],
    ['rgb(194, 54, 31)', 'rgb(255, 255, 255)'],
    ['rgb(17, 21, 26)', 'rgb(255, 255, 255)'],
  ])('writes on %s in %s', (background, ink) => {
    expect(inkOn(background)).toBe(ink);
  });
});

describe('VIRIDIS', () => {
  const luminance = (step: number) =>
    0.2126 * (VIRIDIS[step * 3] ?? 0) +
    0.7152 * (VIRIDIS[step * 3 + 1] ?? 0) +
    0.0722 * (VIRIDIS[step * 3 + 2] ?? 0);

  it('goes from dark purple to yellow', () => {
    expect([...VIRIDIS.slice(0, 3)]).toEqual([68, 1, 84]);
    expect([...VIRIDIS.slice(-3)]).toEqual([253, 231, 37]);
  });

  it('grows lighter with the value, so that it reads without colour too', () => {
    for (let step = 8; step < 256; step += 8) expect(luminance(step)).toBeGreaterThan(luminance(step - 8));
  });
});
