import { type ChartRows, chartRows } from './chart-rows';
import type { VisDrawing } from './vis-drawing';

/** What is drawn, in numbers; of a drawing that is a table, nothing more. */
export function visRows(drawing: VisDrawing): ChartRows {
  switch (drawing.kind) {
    case 'lines': {
      const { at, series, xLabel } = drawing;
      const x = (values: readonly number[]) => values.map((_, i) => at?.[i] ?? i + 1);
      return chartRows(
        xLabel,
        series.map(({ name, values }) => ({ name, x: x(values), y: values })),
      );
    }
    case 'bars': {
      const { bars, xLabel, yLabel } = drawing;
      return chartRows(xLabel, [
        { name: yLabel, x: bars.map(({ at }) => at), y: bars.map(({ height }) => height) },
      ]);
    }
    case 'table':
      return chartRows('', []);
    default:
      return drawing satisfies never;
  }
}
