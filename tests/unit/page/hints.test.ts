import { expect, it } from 'vitest';
import { EMPTY_DRAWING } from '../../../src/ink/drawing';
import { hintToShow, isDone } from '../../../src/page/hints/hints';
import type { LabState } from '../../../src/state/lab-state';

const DRAWN = { strokes: [{ width: 24, points: [{ x: 10, y: 10 }] }] };
const READ = { kind: 'read', probabilities: new Float32Array(10) } as const;

const state = (changes: Partial<LabState> & { readonly hasRun?: boolean; readonly phase?: string } = {}) => {
  const { hasRun = false, phase = 'idle', ...rest } = changes;
  return {
    drawing: EMPTY_DRAWING,
    earlierDrawings: [],
    answer: { kind: 'none' },
    interventions: undefined,
    pretrained: {},
    isOpened: false,
    presentNetwork: undefined,
    run: { phase, batches: [], settings: hasRun ? {} : undefined },
    ...rest,
  } as unknown as LabState;
};

it('leads from the canvas to the answer, to a run, to a break', () => {
  expect(hintToShow([], state())).toBe('draw');
  expect(hintToShow(['draw'], state({ drawing: DRAWN, answer: READ }))).toBe('answer');
  expect(hintToShow(['draw', 'answer'], state())).toBe('train');
  expect(hintToShow(['draw', 'answer', 'train'], state({ hasRun: true, phase: 'finished' }))).toBe('break');
  expect(hintToShow(['draw', 'answer', 'train', 'break'], state())).toBeUndefined();
});

it('speaks of an answer once there is one, and of none where nothing reads', () => {
  expect(hintToShow(['draw'], state({ drawing: DRAWN }))).toBeUndefined();
  expect(hintToShow(['draw'], state({ drawing: DRAWN, answer: { kind: 'untrained' } }))).toBe('train');
  expect(hintToShow(['draw'], state())).toBe('train');
});

it('breaks nothing that is still training', () => {
  const closed = ['draw', 'answer', 'train'] as const;
  expect(hintToShow(closed, state({ hasRun: true, phase: 'running' }))).toBeUndefined();
  expect(hintToShow(closed, state({ pretrained: undefined }))).toBeUndefined();
});

it('knows a deed that is done', () => {
  expect(isDone('draw', state())).toBe(false);
  expect(isDone('draw', state({ drawing: DRAWN }))).toBe(true);
  const cleared = { earlierDrawings: [EMPTY_DRAWING, DRAWN] };
  expect(isDone('draw', state(cleared))).toBe(true);
  expect(isDone('answer', state(cleared))).toBe(true);
  expect(isDone('answer', state({ ...cleared, drawing: DRAWN }))).toBe(false);
  expect(isDone('train', state({ hasRun: true }))).toBe(true);
  expect(isDone('break', state())).toBe(false);
  expect(isDone('break', state({ interventions: { edits: [] } as never }))).toBe(true);
});
