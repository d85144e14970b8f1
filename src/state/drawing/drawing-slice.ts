import { type Drawing, EMPTY_DRAWING, isEmpty } from '../../ink/drawing';
import { ALL_STEPS, type InkSteps } from '../../ink/steps';
import type { Stroke } from '../../ink/stroke';
import type { Activations } from '../../protocol/inspect';
import type { Slice } from '../slice';

export interface DrawingSlice {
  /** Its strokes are finished. */
  readonly drawing: Drawing;
  /** What is on the pad: the drawing, and the stroke under the pen. */
  readonly liveDrawing: Drawing;
  /** What is read: what is on the pad; without live prediction, what was there at Predict, until it is changed. */
  readonly submittedDrawing: Drawing;
  /** What the drawing was before each change, oldest first. */
  readonly earlierDrawings: readonly Drawing[];
  /** What it was before changes were taken back, the last of these last. */
  readonly laterDrawings: readonly Drawing[];
  /** The drawing is read as the ink flows. */
  readonly isLive: boolean;
  readonly inkSteps: InkSteps;
  readonly answer: Answer;
}

/** What stands in the status 'Prediction'. */
export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'untrained' }
  | { readonly kind: 'read'; readonly probabilities: Float32Array };

/** What a person does on the pad. */
export type PadEvent =
  /** The pen is down and has drawn this much. */
  | { readonly type: 'inking'; readonly stroke: Stroke }
  /** The pad is to show this; it can be taken back. */
  | { readonly type: 'drawn'; readonly drawing: Drawing }
  | { readonly type: 'drawing-undone' }
  | { readonly type: 'drawing-redone' }
  /** What is on the pad is to be read. */
  | { readonly type: 'submitted' }
  | { readonly type: 'live-switched'; readonly isLive: boolean }
  | { readonly type: 'steps-switched'; readonly steps: InkSteps };

export type DrawingEvent =
  | PadEvent
  /** What the pen has drawn since it came down was not meant. */
  | { readonly type: 'ink-dropped' }
  /** What the network makes of what was submitted. */
  | { readonly type: 'drawing-read'; readonly look: Activations }
  | { readonly type: 'predicted-nothing' };

/** Changes of the drawing that can be taken back. */
const MOST_UNDOS = 200;

export const drawingSlice: Slice<DrawingSlice, DrawingEvent> = {
  initial: () => ({
    drawing: EMPTY_DRAWING,
    liveDrawing: EMPTY_DRAWING,
    submittedDrawing: EMPTY_DRAWING,
    earlierDrawings: [],
    laterDrawings: [],
    isLive: true,
    inkSteps: ALL_STEPS,
    answer: { kind: 'none' },
  }),
  on: {
    inking: (state, { stroke }) => withPad(state, state.drawing, withStroke(state.drawing, stroke)),
    'ink-dropped': (state) => withPad(state, state.drawing),
    drawn: (state, { drawing }) => ({
      ...withPad(state, drawing),
      earlierDrawings: [...state.earlierDrawings, state.drawing].slice(-MOST_UNDOS),
      laterDrawings: [],
    }),
    'drawing-undone'(state) {
      const { drawing, earlierDrawings, laterDrawings } = state;
      const before = earlierDrawings.at(-1);
      if (!before) return {};
      return {
        ...withPad(state, before),
        earlierDrawings: earlierDrawings.slice(0, -1),
        laterDrawings: [...laterDrawings, drawing],
      };
    },
    'drawing-redone'(state) {
      const { drawing, earlierDrawings, laterDrawings } = state;
      const after = laterDrawings.at(-1);
      if (!after) return {};
      return {
        ...withPad(state, after),
        earlierDrawings: [...earlierDrawings, drawing],
        laterDrawings: laterDrawings.slice(0, -1),
      };
    },
    submitted: ({ liveDrawing }) => ({ submittedDrawing: liveDrawing }),
    'live-switched': (state, { isLive }) => ({
      ...(isLive && withPad({ ...state, isLive }, state.drawing, state.liveDrawing)),
      isLive,
    }),
    'steps-switched': (_, { steps }) => ({ inkSteps: steps }),
    'drawing-read': (_, { look }) => ({ answer: answerOf(look) }),
    'predicted-nothing': () => ({ answer: { kind: 'empty' } }),
  },
};

export const withStroke = (drawing: Drawing, stroke: Stroke): Drawing => ({
  ...drawing,
  strokes: [...drawing.strokes, stroke],
});

/** @param liveDrawing - `drawing` and the stroke under the pen */
function withPad(state: DrawingSlice, drawing: Drawing, liveDrawing = drawing): Partial<DrawingSlice> {
  // What was read of another drawing is no answer to this one, unless one is on its way.
  const submittedDrawing = state.isLive ? liveDrawing : EMPTY_DRAWING;
  const answer = isEmpty(submittedDrawing) ? ({ kind: 'none' } as const) : state.answer;
  return { drawing, liveDrawing, submittedDrawing, answer };
}

const answerOf = ({ trainedBatches, probabilities }: Activations): Answer =>
  trainedBatches === 0 ? { kind: 'untrained' } : { kind: 'read', probabilities };
