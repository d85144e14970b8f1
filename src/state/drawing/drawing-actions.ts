import { type Drawing, EMPTY_DRAWING } from '../../ink/drawing';
import type { FoundInk } from '../../ink/picture/find-ink';
import type { InkSteps } from '../../ink/steps';
import type { Stroke } from '../../ink/stroke';
import type { ActionContext, Controller } from '../controller';
import type { SettingsSlice } from '../settings/settings-slice';
import { canRedo, canUndo } from './drawing-selectors';
import { type DrawingEvent, type DrawingSlice, withStroke } from './drawing-slice';
import { drawnImage } from './drawn-image';
import { type DigitWish, digitToShow } from './show-digit';

interface DrawingActions {
  /** Puts an image on the pad, to be drawn on. */
  sendToCanvas(image: Float32Array): void;
  /** Puts ink that was found in a picture on the pad. */
  showScannedInk(found: FoundInk): void;
  /** Puts a digit on the pad, as it was wished for, where there is one. */
  showDigit(wish: DigitWish): void;
  /** The stroke under the pen so far; it is added when it is finished. */
  ink(stroke: Stroke): void;
  /** The stroke under the pen was none: a palm's, as shows when the pen comes. */
  dropInk(): void;
  addStroke(stroke: Stroke): void;
  /** Takes back the last stroke, or the last clearing. */
  undo(): void;
  /** Brings back what was taken back last. */
  redo(): void;
  clear(): void;
  predict(): void;
  /** Reads the drawing as the ink flows, or at Predict only. */
  setLive(isLive: boolean): void;
  /** What is done to the ink before it is read. */
  setInkSteps(steps: InkSteps): void;
}

export function controlDrawing({
  state,
  dispatch,
  engine,
}: ActionContext<DrawingSlice & SettingsSlice, DrawingEvent>): Controller<DrawingActions> {
  const draw = (drawing: Drawing) => dispatch({ type: 'drawn', drawing });
  const sendToCanvas = (image: Float32Array) => draw({ baseImage: image, strokes: [] });

  async function show(wish: DigitWish): Promise<void> {
    const image = await digitToShow(wish, engine.inquiries, state().settings, Math.random);
    if (image) sendToCanvas(image);
  }

  return {
    actions: {
      sendToCanvas,
      showScannedInk: ({ ink, leavesOut }) => draw({ scannedInk: ink, leavesOut, strokes: [] }),
      showDigit: (wish) => engine.tellFailure('showDigit', show(wish)),
      ink: (stroke) => dispatch({ type: 'inking', stroke }),
      dropInk: () => dispatch({ type: 'ink-dropped' }),
      addStroke: (stroke) => draw(withStroke(state().drawing, stroke)),
      undo() {
        if (canUndo(state())) dispatch({ type: 'drawing-undone' });
      },
      redo() {
        if (canRedo(state())) dispatch({ type: 'drawing-redone' });
      },
      clear: () => draw(EMPTY_DRAWING),
      predict() {
        const { liveDrawing, inkSteps } = state();
        const isThere = drawnImage(liveDrawing, inkSteps) !== undefined;
        dispatch({ type: isThere ? 'submitted' : 'predicted-nothing' });
      },
      setLive: (isLive) => dispatch({ type: 'live-switched', isLive }),
      setInkSteps: (steps) => dispatch({ type: 'steps-switched', steps }),
    },
  };
}
