import { ChartView } from './chart-view';

/** Charts whose panel is away, by name: as many as the page has names. */
const away = new Map<string, ChartView>();

/**
 * The chart of that name as it was last drawn, else a new one. To set a chart up takes Plotly a quarter of a second on a
 * slow processor, to change one that is there a fifth of that.
 * @param name - without one it is new
 */
export function takeChart(name: string | undefined): ChartView {
  const kept = name === undefined ? undefined : away.get(name);
  if (name === undefined || !kept) return new ChartView();
  away.delete(name);
  return kept;
}

/** Takes a chart out of its place, and keeps it until one of its name is wanted again. */
export function leaveChart(name: string | undefined, chart: ChartView): void {
  if (name === undefined || away.has(name)) {
    chart.dispose();
    return;
  }
  chart.detach();
  away.set(name, chart);
}
