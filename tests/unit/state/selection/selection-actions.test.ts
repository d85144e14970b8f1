import { expect, it } from 'vitest';
import { NO_SELECTION } from '../../../../src/state/selection/selection';
import { READY, setUp } from '../set-up';

it('opens the gallery for a cell of the matrix, unless it is in sight', () => {
  const { actions, store } = setUp();
  actions.showCell({ truth: 4, predicted: 9 });
  expect(store.getState()).toMatchObject({ panel: 'overview', selection: { cell: { truth: 4 } } });
  actions.open('confusion-matrix');
  actions.showCell({ truth: 4, predicted: 8 });
  expect(store.getState()).toMatchObject({ panel: 'misclassified', selection: { cell: { predicted: 8 } } });
});

it('lets go of classes that the data do not have, also where an address names them', () => {
  const { actions, emit, ready, store } = setUp();
  const classNames = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const selection = { ...NO_SELECTION, digit: 25, cell: { truth: 25, predicted: 3 } };
  const letGo = { digit: undefined, cell: undefined, layer: 1 };
  // Which there are is not known yet.
  actions.goTo({ panel: 'filters', selection: { ...selection, layer: 1 } });
  emit({ type: 'dataset', dataset: { ...READY, id: 'files', official: false, classNames } });
  expect(store.getState().selection).toMatchObject({ digit: 25, cell: { truth: 25 } });
  ready();
  expect(store.getState().selection).toMatchObject(letGo);
  actions.goTo({ panel: 'filters', selection: { ...selection, layer: 1 } });
  expect(store.getState().selection).toMatchObject(letGo);
  const within = { ...NO_SELECTION, digit: 9, cell: { truth: 9, predicted: undefined } };
  actions.goTo({ panel: 'filters', selection: within });
  ready();
  expect(store.getState().selection).toBe(within);
});
