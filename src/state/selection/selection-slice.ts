import { CLASS_LIMITS } from '../../model/network';
import type { EngineEvent } from '../../protocol/engine-api';
import { classesInUse, classNamesOf, type DataInSight } from '../data/class-selectors';
import type { PadEvent } from '../drawing/drawing-slice';
import { offeredPanel, offersPanel } from '../lessons/lesson-selectors';
import type { LessonSlice, NamedLesson } from '../lessons/open-lesson';
import type { Slice } from '../slice';
import type { PanelId } from './panel-id';
import { NO_SELECTION, type Selection, withinClasses, withSelected } from './selection';
import { OVERVIEW, type View } from './selection-address';

export interface SelectionSlice {
  readonly selection: Selection;
  /** What of the results is open. */
  readonly panel: PanelId;
}

export type SelectionEvent =
  | { readonly type: 'selected'; readonly patch: Partial<Selection> }
  | { readonly type: 'opened'; readonly panel: PanelId }
  /** To the view of an address. */
  | { readonly type: 'went'; readonly view: View };

/** Of a lesson, as its own slice has it. */
type Opened = { readonly type: 'lesson-opened'; readonly lesson: NamedLesson };

const START: View = { selection: NO_SELECTION, panel: OVERVIEW };

type Heeded = SelectionEvent | Opened | PadEvent | Extract<EngineEvent, { type: 'dataset' }>;

export const selectionSlice: Slice<SelectionSlice, Heeded, LessonSlice & DataInSight> = {
  initial: ({ view = START, lesson }) => ({
    selection: view.selection,
    panel: offeredPanel(lesson?.lesson, view.panel),
  }),
  on: {
    selected: ({ selection }, { patch }) => ({ selection: withSelected(selection, patch) }),
    // What a lesson does not offer does not open.
    opened: (state, { panel }) => (offersPanel(state, panel) ? { panel } : {}),
    went: (state, { view: { selection, panel } }) => ({
      selection: withinClasses(selection, classesInUse(state) ?? CLASS_LIMITS[1]),
      panel: offeredPanel(state.lesson?.lesson, panel),
    }),
    // Which classes there are is known by now, and may be others than before.
    dataset: ({ selection }, { dataset }) =>
      dataset.status === 'ready'
        ? { selection: withinClasses(selection, classNamesOf({ dataset }).length) }
        : {},
    'lesson-opened': (_, { lesson: { lesson } }) => ({
      selection: NO_SELECTION,
      panel: offeredPanel(lesson, OVERVIEW),
    }),
    inking: withoutImage,
    drawn: withoutImage,
    'drawing-undone': withoutImage,
    'drawing-redone': withoutImage,
    submitted: withoutImage,
    'live-switched': (state, { isLive }) => (isLive ? withoutImage(state) : {}),
    'steps-switched': withoutImage,
  },
};

/** Whoever draws looks at the drawing again, not at a selected image. */
function withoutImage({ selection }: SelectionSlice): Partial<SelectionSlice> {
  return selection.image ? { selection: withSelected(selection, { image: undefined }) } : {};
}
