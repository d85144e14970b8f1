import type { PadEvent } from '../drawing/drawing-slice';
import type { Slice } from '../slice';
import { NO_SELECTION, type Selection, withSelected } from './selection';
import { OVERVIEW, type View } from './selection-address';

export interface SelectionSlice {
  readonly selection: Selection;
  /** What of the results is open. */
  readonly panel: View['panel'];
}

export type SelectionEvent =
  | { readonly type: 'selected'; readonly patch: Partial<Selection> }
  | { readonly type: 'opened'; readonly panel: View['panel'] }
  /** To the view of an address. */
  | { readonly type: 'went'; readonly view: View };

const START: View = { selection: NO_SELECTION, panel: OVERVIEW };

export const selectionSlice: Slice<SelectionSlice, SelectionEvent | PadEvent> = {
  initial: ({ view = START }) => ({ selection: view.selection, panel: view.panel }),
  on: {
    selected: ({ selection }, { patch }) => ({ selection: withSelected(selection, patch) }),
    opened: (_, { panel }) => ({ panel }),
    went: (_, { view: { selection, panel } }) => ({ selection, panel }),
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
