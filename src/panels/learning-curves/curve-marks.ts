import type { Figure } from '../../charts/figure';
import type { ChartTheme } from '../../charts/theme';
import type { RunChange } from '../../protocol/run';
import type { RunState } from '../../state/run/run-state';
import { shownChanges } from '../shared/shown-changes';

type Layout = Figure['layout'];

/** What happened to a run on its way. */
export type MarkedRun = Pick<RunState, 'changes' | 'ending' | 'batchesPerEpoch'>;

export interface MarkTexts {
  readonly change: (change: RunChange) => string;
  readonly kept: (epoch: number) => string;
}

const CHANGE = '▾';
/** Above a plot, in pixels, for what stands beside marks. */
export const ROOM_FOR_MARKS = 16;

/** Whether there is something to mark. */
export const hasMarks = ({ changes, ending }: MarkedRun): boolean =>
  changes.length > 0 || (ending !== undefined && ending.keptEpoch < ending.epochs);

/** Vertical lines where a setting became another, and at the epoch that was kept where a later one was trained. @param last - batch of the axis */
export function runMarks(
  { changes, ending, batchesPerEpoch }: MarkedRun,
  theme: ChartTheme,
  texts: MarkTexts,
  last: number,
): Required<Pick<Layout, 'shapes' | 'annotations'>> {
  const marks = shownChanges(changes).map((change) => ({
    at: change.batch,
    color: theme.muted,
    text: CHANGE,
    hover: texts.change(change),
  }));
  if (ending && ending.keptEpoch < ending.epochs) {
    const text = texts.kept(ending.keptEpoch);
    marks.push({ at: ending.keptEpoch * batchesPerEpoch, color: theme.valid, text, hover: text });
  }
  return {
    shapes: marks.map(({ at, color }) => ({
      type: 'line',
      yref: 'paper',
      ...{ x0: at, x1: at, y0: 0, y1: 1 },
      line: { color, width: 1, dash: 'dash' },
    })),
    annotations: marks.map(({ at, color, text, hover }) => ({
      // Above the plot, where it covers no curve, and towards its middle.
      ...{ x: at, y: 1, yref: 'paper', yanchor: 'bottom', showarrow: false },
      xanchor: text === CHANGE ? 'center' : at > last / 2 ? 'right' : 'left',
      text,
      hovertext: hover,
      font: { color, size: 11 },
    })),
  };
}
