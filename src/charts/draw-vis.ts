// File by file: the package's index loads TensorFlow.js, which the page must not have. Its `show` functions do no more
// than call these with English headings.
import { barchart } from '@tensorflow/tfjs-vis/dist/render/barchart';
import { linechart } from '@tensorflow/tfjs-vis/dist/render/linechart';
import { table } from '@tensorflow/tfjs-vis/dist/render/table';
import type { ChartTheme } from './theme';
import { dress, placeAlong } from './vega-embed';
import type { VisBars, VisDrawing, VisLines, VisTable } from './vis-drawing';

export { release } from './vega-embed';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws into an element, or draws again what changed there. One element is for one kind of drawing. */
export async function drawVis(
  element: HTMLElement,
  drawing: VisDrawing,
  size: Size,
  theme: ChartTheme,
): Promise<void> {
  dress(element, theme);
  switch (drawing.kind) {
    case 'lines':
      return drawLines(element, drawing, size);
    case 'bars':
      return drawBars(element, drawing, size);
    case 'table':
      return drawTable(element, drawing);
    default:
      return drawing satisfies never;
  }
}

function drawLines(element: HTMLElement, { series, at, xLabel, yLabel, zoomed }: VisLines, size: Size) {
  placeAlong(element, at);
  // tfjs-vis counts values from 0 and takes no x. Nothing stands at 0, which Vega leaves out.
  const nothing = { x: 0, y: Number.NaN };
  return linechart(
    element,
    {
      values: series.map(({ values }) => [nothing, ...values.map((y, i) => ({ x: i + 1, y }))]),
      series: series.map(({ name }) => name),
    },
    { ...size, xLabel, yLabel, zoomToFit: zoomed, seriesColors: series.map(({ colour }) => colour) },
  );
}

function drawBars(element: HTMLElement, { bars, xLabel, yLabel, colour }: VisBars, size: Size) {
  const values = bars.map(({ at, height }) => ({ index: at, value: height }));
  return barchart(element, values, { ...size, xLabel, yLabel, color: colour });
}

function drawTable(element: HTMLElement, { label, headers, rows }: VisTable): void {
  table(element, { headers: [...headers], values: rows.map((row) => [...row]) });
  element.querySelector('table')?.setAttribute('aria-label', label);
}
