import type { ActionContext, Controller } from '../controller';
import type { Selection } from './selection';
import { OVERVIEW, type View } from './selection-address';
import type { SelectionEvent, SelectionSlice } from './selection-slice';

interface SelectionActions {
  /** Changes the named parts of the selection. */
  select(patch: Partial<Selection>): void;
  /** Opens a results panel. */
  open(panel: View['panel']): void;
  /** Selects a cell of the matrix and shows its images, where they are not in sight already. */
  showCell(cell: Selection['cell']): void;
  /** Selection and panel of an address. */
  goTo(view: View): void;
}

export const controlSelection = ({
  state,
  dispatch,
}: ActionContext<SelectionSlice, SelectionEvent>): Controller<SelectionActions> => ({
  actions: {
    select: (patch) => dispatch({ type: 'selected', patch }),
    open: (panel) => dispatch({ type: 'opened', panel }),
    showCell(cell) {
      dispatch({ type: 'selected', patch: { cell, digit: undefined } });
      // The overview has the gallery too.
      if (cell && state().panel !== OVERVIEW) dispatch({ type: 'opened', panel: 'misclassified' });
    },
    goTo: (view) => dispatch({ type: 'went', view }),
  },
});
