import type { Plotly } from './load-plotly';

/** More than there are charts in one language. */
const MOST = 16;

interface Spare {
  readonly plot: HTMLElement;
  readonly plotly: Plotly;
}

/** By name, the one that was put away longest ago first. */
const spares = new Map<string, Spare>();

/**
 * Keeps what Plotly has drawn for the next chart of that name, as when one comes back to its panel: there it need
 * not be set up again, and Plotly draws other figures into it.
 */
export function keepSpare(name: string, plot: HTMLElement, plotly: Plotly): void {
  // The pointer may be on it: Plotly would tell at the next drawing what it was told before.
  for (const area of plot.querySelectorAll('.nsewdrag')) area.dispatchEvent(new MouseEvent('mouseout'));
  plot.remove();
  letGo(name);
  spares.set(name, { plot, plotly });
  for (const oldest of [...spares.keys()].slice(0, -MOST)) letGo(oldest);
}

/** Where Plotly has drawn a chart of that name that is shown nowhere now; undefined where there is none. */
export function takeSpare(name: string): HTMLElement | undefined {
  const plot = spares.get(name)?.plot;
  spares.delete(name);
  return plot;
}

function letGo(name: string): void {
  const spare = spares.get(name);
  spares.delete(name);
  spare?.plotly.purge(spare.plot);
}
