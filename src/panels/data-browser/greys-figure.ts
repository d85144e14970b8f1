import type { DrawFigure } from '../../charts/figure';
import { SHARES } from '../../charts/number-locale';
import { greysOfBin } from './grey-levels';

/**
 * Bars of the pixels' greys. The axis of their shares is logarithmic: four of five pixels are empty, and bars beside
 * theirs would be too low to be seen.
 * @param shares - of all pixels, 0 to 1, by bin
 * @param describe - what the pointer is told about a bin
 */
export function greysFigure(
  shares: readonly number[],
  greyTitle: string,
  describe: (bin: number) => string,
): DrawFigure {
  return (theme) => ({
    data: [
      {
        type: 'bar',
        name: 'shares',
        x: shares.map((_, bin) => (greysOfBin(bin)[0] + greysOfBin(bin)[1]) / 2),
        y: [...shares],
        hovertext: shares.map((_, bin) => describe(bin)),
        hovertemplate: '%{hovertext}<extra></extra>',
        marker: { color: theme.train },
      },
    ],
    layout: {
      margin: { l: 48, r: 14, t: 8, b: 36 },
      bargap: 0.08,
      hovermode: 'closest',
      xaxis: {
        title: { text: greyTitle },
        range: [-2, 257],
        tickvals: [0, 85, 170, 255],
        fixedrange: true,
        showgrid: false,
        zeroline: false,
      },
      yaxis: {
        type: 'log',
        // From a ten-thousandth of the pixels to all.
        range: [-4, 0.05],
        tickvals: [0.0001, 0.001, 0.01, 0.1, 1],
        tickformat: SHARES.trimmed,
        fixedrange: true,
        gridcolor: theme.line,
        zeroline: false,
      },
    },
  });
}
