import { describe, expect, it } from 'vitest';
import { drawingOf, PLACINGS } from '../../../../bench/strokes/placing';
import type { WrittenDigit } from '../../../../bench/strokes/stroke-file';

/** Half as wide as high. */
const digit: WrittenDigit = {
  label: 1,
  strokes: [
    [
      [0.25, 0],
      [0.75, 1],
    ],
    [[0.5, 0.5]],
  ],
};

describe('a written digit on the pad', () => {
  it('is 200 pixels high in the middle', () => {
    const { strokes } = drawingOf(digit, PLACINGS.centred);
    expect(strokes.map(({ points }) => points)).toEqual([
      [
        { x: 90, y: 40 },
        { x: 190, y: 240 },
      ],
      [{ x: 140, y: 140 }],
    ]);
  });

  it('is 100 pixels high in the corner, 10 from both edges', () => {
    const [first] = drawingOf(digit, PLACINGS.smallCorner).strokes;
    expect(first?.points).toEqual([
      { x: 220, y: 170 },
      { x: 270, y: 270 },
    ]);
  });

  it('is drawn with the pen that is asked for', () => {
    const widths = drawingOf(digit, { ...PLACINGS.centred, penWidth: 8 }).strokes.map(({ width }) => width);
    expect(widths).toEqual([8, 8]);
  });

  it('may be a dot', () => {
    const dot = drawingOf({ label: 1, strokes: [[[0.5, 0.5]]] }, PLACINGS.centred);
    expect(dot.strokes[0]?.points).toEqual([{ x: 140, y: 140 }]);
  });
});
