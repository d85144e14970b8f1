import { expect, it } from 'vitest';
import { setUp } from '../set-up';

it('opens the gallery for a cell of the matrix, unless it is in sight', () => {
  const { actions, store } = setUp();
  actions.showCell({ truth: 4, predicted: 9 });
  expect(store.getState()).toMatchObject({ panel: 'overview', selection: { cell: { truth: 4 } } });
  actions.open('confusion-matrix');
  actions.showCell({ truth: 4, predicted: 8 });
  expect(store.getState()).toMatchObject({ panel: 'misclassified', selection: { cell: { predicted: 8 } } });
});
