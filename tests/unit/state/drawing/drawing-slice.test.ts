import { describe, expect, it } from 'vitest';
import { ALL_STEPS } from '../../../../src/ink/steps';
import type { Stroke } from '../../../../src/ink/stroke';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { canRedo, canUndo } from '../../../../src/state/drawing/drawing-selectors';
import type { DrawingEvent } from '../../../../src/state/drawing/drawing-slice';
import { initialState, reduce } from '../../../../src/state/reducer';

const strokeTo = (...xs: number[]): Stroke => ({ width: 20, points: xs.map((x) => ({ x, y: x })) });
const [A, B] = [strokeTo(10, 20), strokeTo(30, 40)];
const drawn = (...strokes: Stroke[]): DrawingEvent => ({ type: 'drawn', drawing: { strokes } });
const UNDO: DrawingEvent = { type: 'drawing-undone' };
const REDO: DrawingEvent = { type: 'drawing-redone' };
const START = initialState(DEFAULT_SETTINGS, []);
const stateAfter = (events: readonly DrawingEvent[], from = START) => events.reduce(reduce, from);
const read = { kind: 'read', probabilities: new Float32Array(10) } as const;

describe('a drawing', () => {
  it('comes back stroke by stroke by Redo, until something else is drawn', () => {
    const back = stateAfter([drawn(A), drawn(A, B), UNDO, UNDO]);
    expect(back.drawing.strokes).toEqual([]);
    expect(canUndo(back)).toBe(false);
    const again = stateAfter([REDO, REDO], back);
    expect(again.drawing.strokes).toEqual([A, B]);
    expect(canRedo(again)).toBe(false);
    const other = stateAfter([UNDO, drawn(A, A)], again);
    expect(canRedo(other)).toBe(false);
    expect(stateAfter([REDO], other)).toEqual(other);
  });

  it('is read with the stroke under the pen, which can not be undone before it is finished', () => {
    const inking = stateAfter([drawn(A), { type: 'inking', stroke: strokeTo(50) }]);
    expect(inking.submittedDrawing.strokes).toEqual([A, strokeTo(50)]);
    expect(inking.liveDrawing).toBe(inking.submittedDrawing);
    expect(inking.drawing.strokes).toEqual([A]);
    expect(inking.earlierDrawings).toHaveLength(1);
  });

  it('is read at Predict only, without live prediction, and no longer once it is changed', () => {
    const off: DrawingEvent = { type: 'live-switched', isLive: false };
    const unread = stateAfter([off, drawn(A)]);
    expect(unread.submittedDrawing.strokes).toEqual([]);
    const submittedDrawing = stateAfter([{ type: 'submitted' }], unread);
    expect(submittedDrawing.submittedDrawing.strokes).toEqual([A]);
    const changed = stateAfter([{ type: 'inking', stroke: B }], { ...submittedDrawing, answer: read });
    expect(changed.submittedDrawing.strokes).toEqual([]);
    expect(changed.answer.kind).toBe('none');
    expect(changed.liveDrawing.strokes).toEqual([A, B]);
  });

  it('is read at once when live prediction is switched on', () => {
    const state = stateAfter([
      { type: 'live-switched', isLive: false },
      drawn(A),
      { type: 'live-switched', isLive: true },
    ]);
    expect(state.submittedDrawing.strokes).toEqual([A]);
  });

  it('keeps the last answer until the next one, unless nothing is left to be read', () => {
    const answered = { ...stateAfter([drawn(A)]), answer: read };
    expect(stateAfter([drawn(A, B)], answered).answer).toBe(read);
    expect(stateAfter([UNDO], answered).answer.kind).toBe('none');
  });

  it('takes the place of a selected image when the pen comes down or a step is switched', () => {
    const image = { set: 'test', position: 3 } as const;
    const selected = { ...START, selection: { ...START.selection, image } };
    const events: DrawingEvent[] = [
      { type: 'inking', stroke: A },
      { type: 'submitted' },
      { type: 'steps-switched', steps: { ...ALL_STEPS, box: false } },
    ];
    for (const event of events) expect(stateAfter([event], selected).selection.image).toBeUndefined();
  });
});
