import type { ActionContext, Controller } from '../controller';
import type { DrawingSlice } from '../drawing/drawing-slice';
import { OwnDigitRepository } from './own-digit-repository';
import type { OwnDigitsChanged, OwnDigitsSlice } from './own-digits-slice';

interface OwnDigitsActions {
  /** Keeps the drawing that was read, as this digit. */
  collect(label: number): void;
  /** Says of an own digit, by its id, that it is another: 0 to 9. */
  relabelOwn(id: string, label: number): void;
  /** Removes own digits, by their ids. */
  removeOwn(ids: readonly string[]): void;
  /** Removes all own digits, those too that another tab has kept. */
  removeAllOwn(): void;
  /** Undoes what was done to one own digit last: another label, or its removal. */
  takeBackOwn(): void;
  /** Adds the digits of a file that was exported before, to be seen in `ownDigits`. */
  importOwn(file: Blob): void;
}

type State = OwnDigitsSlice & DrawingSlice;

export function controlOwnDigits({
  state,
  dispatch,
  digitStore,
}: ActionContext<State, OwnDigitsChanged>): Controller<OwnDigitsActions> {
  const repository = new OwnDigitRepository({
    store: digitStore ?? Promise.reject(new Error('nothing is kept')),
    state: () => state().ownDigits,
    put: (patch) => dispatch({ type: 'own-digits-changed', patch }),
    date: () => new Date().toISOString(),
    yieldToEventLoop: () => new Promise((resolve) => setTimeout(resolve)),
  });
  void repository.load();
  return {
    actions: {
      collect: (label) => repository.collect(state().submittedDrawing, label),
      relabelOwn: (id, label) => repository.relabel(id, label),
      removeOwn: (ids) => void repository.remove(ids),
      removeAllOwn: () => void repository.removeAll(),
      takeBackOwn: () => repository.takeBack(),
      importOwn: (file) => void repository.takeFile(file),
    },
  };
}
