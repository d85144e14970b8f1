import { expect, it } from 'vitest';
import { overviewPanels } from '../../../src/page/overview-panels';

const ids = (hasCurves: boolean) => overviewPanels(hasCurves).map(({ id }) => id);

it('shows what the network in use gets wrong before the empty axes of a run that has not begun', () => {
  expect(ids(false)).toEqual(['confusion-matrix', 'conclusions', 'misclassified', 'learning-curves']);
});

it('shows the curves of a run beside the matrix', () => {
  expect(ids(true)).toEqual(['confusion-matrix', 'learning-curves', 'conclusions', 'misclassified']);
});
