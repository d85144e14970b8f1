import { type DrawFigure, type Figure, UNMEASURED } from '../../charts/figure';
import { SHARES } from '../../charts/number-locale';
import type { Calibration, ReliabilityBin } from '../../metrics/calibration';
import { wilson } from '../../metrics/interval';

/** A bin that has images. */
interface FullBin extends ReliabilityBin {
  readonly confidence: number;
}

const isFull = (bin: ReliabilityBin): bin is FullBin => bin.confidence !== undefined;

/**
 * The reliability diagram: how often the answers of about the same confidence are right, with 95 % intervals. On the
 * diagonal a probability means what it says; below it the network is too sure.
 * @param describe - what the pointer is told about a bin; lines parted by `<br>`
 */
export function calibrationFigure(
  { bins }: Calibration,
  axes: { readonly confidence: string; readonly accuracy: string },
  describe: (bin: FullBin) => string,
): DrawFigure {
  const full = bins.filter(isFull);
  const accuracy = full.map(({ right, images }) => right / images);
  const ends = full.map(({ right, images }) => wilson(right, images));
  return (theme) => ({
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        x: [0, 1],
        y: [0, 1],
        hoverinfo: 'skip',
        line: { color: theme.muted, width: 1, dash: 'dot' },
      },
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: 'accuracy',
        x: full.map(({ confidence }) => confidence),
        y: accuracy,
        text: full.map(describe),
        hovertemplate: '%{text}<extra></extra>',
        line: { color: theme.train, width: 1.2 },
        marker: { color: theme.train, size: 7 },
        error_y: {
          type: 'data',
          symmetric: false,
          array: ends.map((end, i) => (end?.high ?? 0) - (accuracy[i] ?? 0)),
          arrayminus: ends.map((end, i) => (accuracy[i] ?? 0) - (end?.low ?? 0)),
          color: theme.muted,
          thickness: 1,
          width: 3,
        },
        cliponaxis: false,
      },
    ],
    layout: {
      margin: { l: 50, r: 12, t: 8, b: 40 },
      hovermode: 'closest',
      xaxis: { ...axis(theme.line), title: { text: axes.confidence } },
      yaxis: { ...axis(theme.line), title: { text: axes.accuracy } },
    },
  });
}

const axis = (gridcolor: string): NonNullable<Figure['layout']['xaxis']> => ({
  range: [0, 1.02],
  fixedrange: true,
  gridcolor,
  zeroline: false,
  nticks: 5,
  tickformat: SHARES.whole,
  ...UNMEASURED,
});
