import { describe, expect, it } from 'vitest';
import { parseStrokes } from '../../../../bench/strokes/stroke-file';

const digit = (change: object) =>
  JSON.stringify([{ label: 7, writer: 'w', strokes: [[[0, 0.5]]], ...change }]);

describe('files of pen strokes', () => {
  it('are lists of digits, with or without their writers', () => {
    expect(parseStrokes(digit({}))).toEqual([{ label: 7, writer: 'w', strokes: [[[0, 0.5]]] }]);
    expect(parseStrokes(digit({ writer: undefined }))).toHaveLength(1);
  });

  it.each([
    ['no JSON', '[{', 'no JSON'],
    ['no list', '{}', 'the whole'],
    ['an empty list', '[]', 'the whole'],
    ['a label beyond 9', digit({ label: 10 }), '0.label'],
    ['no strokes', digit({ strokes: [] }), '0.strokes'],
    ['an empty stroke', digit({ strokes: [[]] }), '0.strokes.0'],
    ['a point outside of the box', digit({ strokes: [[[0, 2]]] }), '0.strokes.0.0.1'],
    ['a point that is none', digit({ strokes: [[[0]]] }), '0.strokes.0.0'],
    ['a number that is none', digit({ strokes: [[['1', null]]] }), '0.strokes.0.0.0'],
  ])('are refused with the place of the fault: %s', (_, text, place) => {
    expect(() => parseStrokes(text)).toThrow(place);
  });
});
