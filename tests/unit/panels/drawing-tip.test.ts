import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/ink/normalize';
import { ALL_STEPS } from '../../../src/ink/steps';
import { countPieces, drawingTip, lineWidth } from '../../../src/panels/draw/drawing-tip';

type Line = readonly (readonly [number, number])[];

const tipFor = (lines: readonly Line[], width = 20, steps = ALL_STEPS) => {
  const strokes = lines.map((line) => ({ width, points: line.map(([x, y]) => ({ x, y })) }));
  const seen = normalize({ strokes }, steps);
  if (!seen) throw new Error('no ink');
  return drawingTip(seen);
};
const HOOK: Line = [
  [80, 60],
  [200, 60],
  [130, 230],
];
const moved = (line: Line, factor: number, shift: number): Line =>
  line.map(([x, y]) => [x * factor + shift, y * factor + shift]);

describe('the tip for a drawing', () => {
  it('is to draw plainly where nothing else is wrong', () => {
    expect(tipFor([HOOK])).toBe('shape');
  });

  it('is to stay on the canvas where ink is cut off', () => {
    expect(tipFor([[...HOOK, [130, 300]]])).toBe('edge');
  });

  it('is to draw larger', () => {
    expect(tipFor([moved(HOOK, 0.2, 100)], 8)).toBe('small');
  });

  it('is to draw in one piece', () => {
    expect(tipFor([HOOK, moved(HOOK, 0.2, 210)])).toBe('pieces');
  });

  it('is another pen, where its width is taken as it is', () => {
    const asIs = { ...ALL_STEPS, pen: false };
    expect(tipFor([HOOK], 6, asIs)).toBe('thin');
    expect(tipFor([HOOK], 60, asIs)).toBe('fat');
    expect(tipFor([HOOK], 24, asIs)).toBe('shape');
  });
});

const image = (ink: (x: number, y: number) => boolean) =>
  Float32Array.from({ length: 784 }, (_, i) => (ink(i % 28, Math.floor(i / 28)) ? 1 : 0));

describe('the width of lines', () => {
  it('is that of a strip', () => {
    expect(lineWidth(image((x, y) => x >= 10 && x < 13 && y > 2 && y < 26))).toBeCloseTo(3, 0);
  });

  it('is none without ink', () => {
    expect(lineWidth(new Float32Array(784))).toBe(0);
  });
});

describe('pieces', () => {
  it('may touch by a corner, and are more than specks', () => {
    expect(countPieces(image((x, y) => x === y))).toBe(1);
    expect(countPieces(image((x, y) => (x === y && x < 10) || (x === y && x > 15)))).toBe(2);
    expect(countPieces(image((x, y) => x === y && (x < 10 || x === 20)))).toBe(1);
    expect(countPieces(new Float32Array(784))).toBe(0);
  });
});
