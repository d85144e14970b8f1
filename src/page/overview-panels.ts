import type { ResultPanel } from '../panels/shared/panel';
import { RESULT_PANELS } from './panel-registry';

/** The highest first: the others stand beside it, and what takes all of the width under them. */
const SHARES = ['tall', 'half', 'wide'] as const;

type Share = (typeof SHARES)[number];

/** A panel with its share of the overview. */
type Shared = ResultPanel & { readonly overview: Share };

const SHARED: readonly Shared[] = SHARES.flatMap((share) =>
  RESULT_PANELS.filter((panel): panel is Shared => panel.overview === share),
);

/**
 * The panels of the overview, in their order.
 * @param hasCurves - a run draws curves, or has; before one, all that can be said of the network in use comes before
 * their empty axes
 */
export function overviewPanels(hasCurves: boolean): readonly Shared[] {
  if (hasCurves) return SHARED;
  const others = SHARED.filter(({ id }) => id !== CURVES);
  const curves = SHARED.filter(({ id }) => id === CURVES);
  return [...others, ...curves.map((panel) => ({ ...panel, overview: 'wide' as const }))];
}

const CURVES = 'learning-curves' satisfies ResultPanel['id'];
