import { type Drawing, EMPTY_DRAWING, isEmpty } from '../../ink/drawing';
import type { InkSteps } from '../../ink/steps';
import type { Stroke } from '../../ink/stroke';
import type { LabState } from '../lab-state';
import { withSelected } from '../selection/selection';

/** What a person does on the pad. */
export type DrawingEvent =
  /** The pen is down and has drawn this much. */
  | { type: 'inking'; stroke: Stroke }
  /** The pad is to show this; it can be taken back. */
  | { type: 'drawn'; drawing: Drawing }
  | { type: 'drawing-undone' }
  | { type: 'drawing-redone' }
  /** What is on the pad is to be read. */
  | { type: 'submitted' }
  | { type: 'live-switched'; isLive: boolean }
  | { type: 'steps-switched'; steps: InkSteps };

/** Changes of the drawing that can be taken back. */
const MOST_UNDOS = 200;

export function reduceDrawing(state: LabState, event: DrawingEvent): LabState {
  const { drawing, liveDrawing, earlierDrawings, laterDrawings } = state;
  switch (event.type) {
    case 'inking':
      return withPad(state, drawing, { ...drawing, strokes: [...drawing.strokes, event.stroke] });
    case 'drawn': {
      const earlier = [...earlierDrawings, drawing].slice(-MOST_UNDOS);
      return withPad({ ...state, earlierDrawings: earlier, laterDrawings: [] }, event.drawing);
    }
    case 'drawing-undone': {
      const before = earlierDrawings.at(-1);
      if (!before) return state;
      const earlier = earlierDrawings.slice(0, -1);
      const later = [...laterDrawings, drawing];
      return withPad({ ...state, earlierDrawings: earlier, laterDrawings: later }, before);
    }
    case 'drawing-redone': {
      const after = laterDrawings.at(-1);
      if (!after) return state;
      const earlier = [...earlierDrawings, drawing];
      const later = laterDrawings.slice(0, -1);
      return withPad({ ...state, earlierDrawings: earlier, laterDrawings: later }, after);
    }
    case 'submitted':
      return { ...withSubject(state), submittedDrawing: liveDrawing };
    case 'live-switched': {
      const { isLive } = event;
      return isLive ? withPad({ ...state, isLive }, drawing, liveDrawing) : { ...state, isLive };
    }
    case 'steps-switched':
      return { ...withSubject(state), inkSteps: event.steps };
    default:
      return event satisfies never;
  }
}

/** @param liveDrawing - `drawing` and the stroke under the pen */
function withPad(state: LabState, drawing: Drawing, liveDrawing = drawing): LabState {
  // What was read of another drawing is no answer to this one, unless one is on its way.
  const submittedDrawing = state.isLive ? liveDrawing : EMPTY_DRAWING;
  const answer = isEmpty(submittedDrawing) ? ({ kind: 'none' } as const) : state.answer;
  return { ...withSubject(state), drawing, liveDrawing, submittedDrawing, answer };
}

/** Whoever draws looks at the drawing again, not at a selected image. */
const withSubject = (state: LabState): LabState =>
  state.selection.image
    ? { ...state, selection: withSelected(state.selection, { image: undefined }) }
    : state;
