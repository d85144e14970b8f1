import { type ChartRows, chartRows } from './chart-rows';
import type { Figure } from './figure';

/** Which traces of a figure stand in its table, under which headings. */
export interface FigureColumns {
  readonly x: string;
  /** By the names of the traces; the others stand in no column. */
  readonly y: Readonly<Record<string, string>>;
  /** The values are shares. */
  readonly hasShares?: boolean;
}

/** A trace as the lab makes it: numbers in two lists. */
interface PlainTrace {
  readonly name?: string;
  readonly x?: unknown;
  readonly y?: unknown;
}

const numbers = (values: unknown): number[] => (Array.isArray(values) ? values.map(Number) : []);

export function figureRows({ data }: Figure, { x, y }: FigureColumns): ChartRows {
  const series = (data as readonly PlainTrace[]).flatMap((trace) => {
    const name = y[trace.name ?? ''];
    return name === undefined ? [] : [{ name, x: numbers(trace.x), y: numbers(trace.y) }];
  });
  return chartRows(x, series);
}
