import type { ResultPanel } from '../panels/shared/panel';
import { RESULT_PANELS } from './panel-registry';

/** Of the width of the overview. */
type Share = 'half' | 'wide';
type Shares = readonly (readonly [id: ResultPanel['id'], share: Share])[];

const OF_RUN: Shares = [
  ['confusion-matrix', 'half'],
  ['learning-curves', 'half'],
  ['conclusions', 'wide'],
  ['misclassified', 'wide'],
];
const BEFORE_RUN: Shares = [
  ['confusion-matrix', 'half'],
  ['conclusions', 'half'],
  ['misclassified', 'wide'],
  ['learning-curves', 'wide'],
];

/**
 * The panels of the overview, in their order.
 * @param hasCurves - a run draws curves, or has; before one, all that can be said of the network in use comes before
 * their empty axes
 */
export const overviewPanels = (hasCurves: boolean): readonly (ResultPanel & { readonly share: Share })[] =>
  (hasCurves ? OF_RUN : BEFORE_RUN).flatMap(([id, share]) =>
    RESULT_PANELS.filter((panel) => panel.id === id).map((panel) => ({ ...panel, share })),
  );
